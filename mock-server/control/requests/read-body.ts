import type { RequestHandler } from 'express';
import { isTooDeep } from '#openapi/document/json-depth.ts';
import type { PaddleApiError } from '../../errors/errors.ts';
import { charsetOfJson, hasBody, longText, textOf } from '../../http/input/body.ts';
import { readBytes } from '../../http/input/read-bytes.ts';
import { findChangedNumber } from '../../text/json-numbers.ts';
import { printable } from '../../text/printable.ts';
import { giveTurns } from '../../time/in-portions.ts';
import { ControlError } from './control-error.ts';
import { parseLists } from './parse-lists.ts';

/** Largest body, in bytes; enough for a seed of tens of thousands of entities. */
const bytesAtMost = 64 * 1024 * 1024;

/**
 * Reads a body of JSON or CSV into `request.body`. Rejects other types: web pages of other sites can send forms and
 * plain text without a preflight request.
 */
export const readControlBody: RequestHandler = (request, response, next) => {
  if (!hasBody(request.headers)) return next();
  const contentType = request.headers['content-type'];
  const isCsv = /^text\/csv *(;|$)/i.test(contentType ?? '');
  const charset = isCsv ? 'utf-8' : charsetOfJson(contentType);
  if (charset === undefined) throw wrongType(contentType);
  readBytes(request, bytesAtMost).then(
    async (bytes) => next(await parseInto(request, textOf(bytes, charset), isCsv)),
    (problem: PaddleApiError) => {
      // The unread rest would be parsed as the next request.
      response.setHeader('Connection', 'close');
      const reason = problem.status === 413 ? `it is larger than ${bytesAtMost} bytes` : 'it cannot be read. Send JSON';
      next(refusal(problem.status, reason));
    },
  );
};

/** Parses a body; returns the refusal, if any. */
async function parseInto(request: { body?: unknown }, text: string, isCsv: boolean): Promise<ControlError | undefined> {
  if (isCsv) request.body = { csv: text };
  if (isCsv || text === '') return undefined;
  try {
    request.body = text.length > longText ? await parseLong(text) : checked(JSON.parse(text), text);
  } catch (error) {
    return error instanceof ControlError
      ? error
      : refusal(400, `${error instanceof Error ? error.message : error}. Send JSON`);
  }
  return undefined;
}

/** Parses and checks a long body in pieces, with other requests in between. @throws SyntaxError or ControlError */
async function parseLong(text: string): Promise<unknown> {
  const steps = parseLists(text);
  for (;;) {
    const step = steps.next();
    await giveTurns(turnsBetweenPieces);
    if (step.done) {
      const { value, text: outside } = step.value;
      const others = Object.values(Object(value)).filter((part) => !Array.isArray(part));
      checked(others, outside);
      return value;
    }
    const { name, before, entries, text: piece } = step.value;
    // The array makes them as deep as in the body.
    checked([entries], `[${piece}]`, ([index, ...rest]) => [name, Number(index) + before, ...rest].join('.'));
  }
}

/** Turns of the event loop between two pieces, of which each takes about a millisecond. */
const turnsBetweenPieces = 4;

/** Passes a value on. @throws ControlError if it is nested too deeply or has a number that would lose precision */
function checked<Value>(value: Value, text: string, placeOf = (path: readonly string[]) => path.join('.')): Value {
  if (isTooDeep(value)) throw refusal(400, 'it is nested too deeply');
  const changed = findChangedNumber(text);
  if (changed === undefined) return value;
  throw refusal(400, `the number at ${placeOf(changed.split('.'))} cannot be represented exactly. Send it as a string`);
}

function wrongType(contentType: string | undefined): ControlError {
  const reason = contentType === undefined ? 'it has no Content-Type' : `its Content-Type is ${printable(contentType)}`;
  const detail = `Could not read the body: ${reason}. Send the header "Content-Type: application/json".`;
  return new ControlError(415, 'unsupported_media_type', detail);
}

function refusal(status: number, reason: string): ControlError {
  return new ControlError(status, 'invalid_request', `Could not read the body: ${reason}.`);
}
