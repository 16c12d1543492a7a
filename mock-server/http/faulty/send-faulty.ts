import type { FaultAct } from '../../faults/fault.ts';
import { faultHeader } from '../../faults/fault-header.ts';
import type { TakenFault } from '../../faults/taken-fault.ts';
import type { ApiResponse } from '../exchange.ts';

/** The response without the fault; no text if it has no body. */
export type PlainAnswer = { status: number; text: string | undefined };

/** Sends a response as a fault says: late, corrupted, or not at all. Calls the observer, as `send` does. */
export function sendFaulty(response: ApiResponse, fault: TakenFault, answer: PlainAnswer): void {
  fault.delays.wait(delayOf(fault, answer), response, () => {
    const isGone = response.destroyed || response.socket === null;
    const text = fault.act.reset || isGone ? reset(response) : write(response, fault, answer);
    const { locals } = response;
    locals.observe(response, text, performance.now() - locals.startedAt);
  });
}

function delayOf(
  { act: { delay_ms = 0, jitter_ms = 0, delay_ms_per_byte = 0 }, random }: TakenFault,
  { text = '' }: PlainAnswer,
) {
  return delay_ms + (jitter_ms && jitter_ms * random.next()) + delay_ms_per_byte * Buffer.byteLength(text);
}

/** Resets the connection without a response, as a crash would. */
function reset(response: ApiResponse): undefined {
  response.socket?.resetAndDestroy();
  return undefined;
}

/** Returns the part of the body that was sent. */
function write(response: ApiResponse, { id, act }: TakenFault, answer: PlainAnswer): string | undefined {
  const { status, text } = act.body === 'empty' ? emptied(answer) : answer;
  response.statusCode = status;
  response.setHeader('Request-Id', response.locals.requestId);
  response.setHeader(faultHeader, id);
  if (text === undefined) {
    response.end();
    return undefined;
  }
  response.setHeader('Content-Type', act.body === 'wrong_content_type' ? 'text/html' : 'application/json');
  if (act.body === 'truncated') return breakOff(response, text);
  const sent = spoiled(text, act);
  response.setHeader('Content-Length', Buffer.byteLength(sent));
  response.end(sent);
  return sent;
}

function emptied({ status }: PlainAnswer): PlainAnswer {
  return { status: status < 400 ? 200 : status, text: '' };
}

/** Cuts the last brace, which makes the JSON invalid. */
function spoiled(text: string, { body }: FaultAct): string {
  return body === 'broken_json' ? text.slice(0, -1) : text;
}

/** Announces the whole body but sends half of it. */
function breakOff(response: ApiResponse, text: string): string {
  const sent = text.slice(0, text.length / 2);
  response.setHeader('Content-Length', Buffer.byteLength(text));
  // One turn later: a reader in this process receives the bytes only then.
  response.write(sent, () => setImmediate(() => response.destroy()));
  return sent;
}
