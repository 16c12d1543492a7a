import { parseJson } from '#openapi/document/json.ts';
import { faultHeader } from '../faults/fault-header.ts';
import { controlRoot } from '../wire/control-root.ts';
import { isEventStream, type RawAnswer } from './raw-answer.ts';
import type { Outcome } from './raw-connection.ts';
import type { RawRequest } from './raw-request.ts';

/** Failures that no request may cause. */
export type Detector = '5xx' | 'hang' | 'no answer' | 'no envelope' | 'half-write';

/** A failure of a server. */
export type Failure = { detector: Detector; detail: string };

/** Root of the portal's HTML pages. */
const portalRoot = '/customer-portal/';

/** Server errors that Paddle uses for unknown or unsupported requests. */
const deliberateStatuses = [501, 540];

/** Judges the outcome of a request; undefined if nothing is wrong. */
export function judge(request: RawRequest, outcome: Outcome): Failure | undefined {
  if (outcome === 'hang') return { detector: 'hang', detail: 'no complete response in time' };
  if (outcome === 'closed') {
    const isExpected = request.isCutOff || request.mayBeReset;
    return isExpected ? undefined : { detector: 'no answer', detail: 'the connection was closed' };
  }
  const { status, headers, text } = outcome;
  const isFault = headers.has(faultHeader.toLowerCase());
  if (status >= 500 && !deliberateStatuses.includes(status) && !isFault)
    return { detector: '5xx', detail: `${status} ${text.slice(0, 300)}` };
  const problem = problemOf(request, outcome, isFault);
  return problem === undefined
    ? undefined
    : { detector: 'no envelope', detail: `${problem}: ${status} ${text.slice(0, 300)}` };
}

function problemOf(request: RawRequest, answer: RawAnswer, isFault: boolean): string | undefined {
  const { status, headers, text } = answer;
  const requestId = headers.get('request-id');
  if (!requestId) return 'no Request-Id';
  if (isFault || request.method === 'HEAD' || status === 204 || status === 304 || isEventStream(answer))
    return undefined;
  const type = headers.get('content-type') ?? '';
  if (status < 400 && !type.startsWith('application/json')) return text === '' ? 'no body' : undefined;
  if (type.startsWith('text/html') && request.target.startsWith(portalRoot)) return undefined;
  const body = parseJson(text);
  if (request.target.toLowerCase().includes(controlRoot)) {
    const isEnveloped = status < 400 || isText(body, 'error', 'code') || isPaddles(body, requestId);
    return body !== undefined && isEnveloped ? undefined : "not the control plane's envelope";
  }
  const isEnveloped = status < 400 ? isText(body, 'meta', 'request_id') : isPaddles(body, requestId);
  return isEnveloped ? undefined : "not Paddle's envelope";
}

function isPaddles(body: unknown, requestId: string): boolean {
  const fields = ['type', 'code', 'detail', 'documentation_url'];
  return fields.every((field) => isText(body, 'error', field)) && at(body, 'meta', 'request_id') === requestId;
}

function isText(body: unknown, ...path: string[]): boolean {
  return typeof at(body, ...path) === 'string';
}

function at(body: unknown, ...path: string[]): unknown {
  return path.reduce(
    (node, name) => (typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined),
    body,
  );
}
