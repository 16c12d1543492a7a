import type { ApiResponse } from '../exchange.ts';
import { sendFaulty } from '../faulty/send-faulty.ts';

/** Length of a text from which encoding it twice costs more than a buffer, in characters. */
const longText = 64 * 1024;

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
  if (text === undefined) response.writeHead(status, ['Request-Id', locals.requestId]).end();
  else {
    // A long text is encoded once, and not measured before.
    const body = text.length > longText ? Buffer.from(text) : text;
    response.writeHead(status, headOf(locals.requestId, body)).end(body);
  }
  locals.observe(response, text, performance.now() - locals.startedAt);
}

/** Names and values in turn: headers that are set one by one cost twice as much. */
function headOf(requestId: string, body: string | Buffer): string[] {
  // A known length is what makes Node answer in one write.
  const length = `${Buffer.byteLength(body)}`;
  return ['Request-Id', requestId, 'Content-Type', 'application/json', 'Content-Length', length];
}
