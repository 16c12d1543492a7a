import { sendFaulty } from '../../faults/send-faulty.ts';
import type { ApiResponse } from '../exchange.ts';

/**
 * Sends an answer of the API and tells who observes. Every answer goes through here.
 *
 * @param text JSON; undefined for an answer without a body
 */
export function send(response: ApiResponse, status: number, text?: string): void {
  const { locals } = response;
  const { fault } = locals;
  if (fault) {
    sendFaulty(response, fault, { status, text });
    return;
  }
  response.writeHead(status, text === undefined ? ['Request-Id', locals.requestId] : headOf(locals.requestId, text));
  response.end(text);
  locals.observe(response, text, performance.now() - locals.startedAt);
}

/** Names and values in turn: headers that are set one by one cost twice as much. */
function headOf(requestId: string, text: string): string[] {
  // A known length is what makes Node answer in one write.
  const length = `${Buffer.byteLength(text)}`;
  return ['Request-Id', requestId, 'Content-Type', 'application/json', 'Content-Length', length];
}
