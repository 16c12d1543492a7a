import type { Response } from 'express';
import { giveTurns } from '../time/in-portions.ts';

/** Length of a piece, in characters. */
const pieceLength = 256 * 1024;

/** Sends an object as JSON, a long one in pieces with other requests in between. */
export async function sendJson(response: Response, answer: object): Promise<void> {
  response.type('application/json');
  let text = '';
  for (const part of partsOf(answer)) {
    text += part;
    if (text.length < pieceLength) continue;
    response.write(text);
    text = '';
    await giveTurns();
  }
  // Node sets Content-Length if this is the only piece.
  response.end(text);
}

/** Depth to which entries of objects and arrays are serialised one by one. */
const depthAtMost = 3;

/** Yields the JSON text of a value in parts. */
export function* partsOf(value: unknown, depth = depthAtMost): Generator<string> {
  if (typeof value !== 'object' || value === null || depth === 0) yield JSON.stringify(value) ?? 'null';
  else if (Array.isArray(value)) yield* entriesOf(value, depth);
  else yield* fieldsOf(value, depth);
}

function* entriesOf(list: readonly unknown[], depth: number): Generator<string> {
  yield '[';
  for (const [index, entry] of list.entries()) {
    if (index > 0) yield ',';
    yield* partsOf(entry, depth - 1);
  }
  yield ']';
}

function* fieldsOf(object: object, depth: number): Generator<string> {
  yield '{';
  let separator = '';
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    yield `${separator}${JSON.stringify(name)}:`;
    yield* partsOf(value, depth - 1);
    separator = ',';
  }
  yield '}';
}
