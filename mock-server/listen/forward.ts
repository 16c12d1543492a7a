import type { RequestListener, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Dispatcher, request as send } from 'undici';
import { isHopByHop } from '#openapi/exchange/hop-by-hop-headers.ts';
import { fieldOf } from '../text/json-field.ts';

/** A forwarded delivery and its outcome. */
export type Forwarded = {
  eventType: string;
  /** Status of the application's response, or the reason why there was none or it was incomplete. */
  answer: number | string;
  ms: number;
};

/**
 * Forwards each delivery to an application, byte for byte and with its headers, so that the original signature stays
 * valid, and returns the application's response to the mock.
 */
export function forwardTo(
  url: string,
  dispatcher: Dispatcher,
  onForwarded: (forwarded: Forwarded) => void,
): RequestListener {
  return async (incoming, response) => {
    const started = performance.now();
    // Aborts the request to the application when the mock disconnects, as after its timeout.
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const body = await buffer(incoming).catch(() => undefined);
    if (!body) return;
    const headers = withoutConnection(incoming.rawHeaders);
    const answer = await passOn(response, () =>
      send(url, { method: 'POST', headers, body, dispatcher, signal: gone.signal }),
    );
    onForwarded({ eventType: eventTypeOf(body), answer, ms: Math.round(performance.now() - started) });
  };
}

/** Answers with the application's response. */
async function passOn(
  response: ServerResponse,
  sendIt: () => Promise<Dispatcher.ResponseData>,
): Promise<number | string> {
  try {
    const { statusCode, headers, body } = await sendIt();
    response.writeHead(statusCode, Object.fromEntries(Object.entries(headers).filter(([name]) => !isHopByHop(name))));
    await pipeline(body, response);
    return statusCode;
  } catch (error) {
    const reason = response.destroyed ? 'no complete response before the mock gave up' : reasonOf(error);
    if (response.headersSent) response.destroy();
    else response.writeHead(502, { 'Content-Type': 'text/plain' }).end(`paddock listen: ${reason}`);
    return reason;
  }
}

/** Filters a flat list of names and values. */
function withoutConnection(rawHeaders: readonly string[]): string[] {
  return rawHeaders.filter((_, index) => {
    const name = rawHeaders[index - (index % 2)] ?? '';
    return !isHopByHop(name) && name.toLowerCase() !== 'host';
  });
}

function eventTypeOf(body: Buffer): string {
  try {
    const type = fieldOf(JSON.parse(body.toString()), 'event_type');
    return typeof type === 'string' ? type : 'no event';
  } catch {
    return 'no event';
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
