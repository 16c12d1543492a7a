import { sendFaulty } from '../faults/send-faulty.ts';
import type { ApiResponse } from './exchange.ts';

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
  response.statusCode = status;
  if (text !== undefined) {
    response.setHeader('Content-Type', 'application/json');
    // A known length is what makes Node answer in one write.
    response.setHeader('Content-Length', Buffer.byteLength(text));
  }
  response.end(text);
  locals.observe(response, text, performance.now() - locals.startedAt);
}
