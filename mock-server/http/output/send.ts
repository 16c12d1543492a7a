import type { ApiResponse } from '../exchange.ts';
import { sendFaulty } from '../faulty/send-faulty.ts';

/** Length of a text, in characters, from which a buffer costs less than encoding it twice. */
const longText = 64 * 1024;

/**
 * Sends a response and calls the observer. Every response of the API is sent here.
 *
 * @param text JSON; undefined for a response without a body
 */
export function send(response: ApiResponse, status: number, text?: string): void {
  const { locals } = response;
  const { fault } = locals;
  if (fault) {
    sendFaulty(response, fault, { status, text });
    return;
  }
  if (text === undefined) response.writeHead(status, ['Request-Id', locals.requestId]).end();
  else {
    const body = text.length > longText ? Buffer.from(text) : text;
    const length = Buffer.byteLength(body);
    // ASCII text has as many bytes as characters, and is faster to copy as Latin-1.
    response.writeHead(status, headOf(locals.requestId, length)).end(body, length === text.length ? 'latin1' : 'utf8');
  }
  locals.observe(response, text, performance.now() - locals.startedAt);
}

/** Names and values in turn, which costs half as much as setting headers one by one. */
function headOf(requestId: string, length: number): string[] {
  // A known length lets Node send the response in one write.
  return ['Request-Id', requestId, 'Content-Type', 'application/json', 'Content-Length', `${length}`];
}
