import { version } from '../text/version.ts';
import type { Steps } from '../time/in-portions.ts';
import { queryOf } from '../wire/target.ts';
import type { ShownRequest } from './shown-request.ts';

/**
 * Creates an HTTP Archive of exchanges, and yields after each one.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export function* harOf(requests: readonly ShownRequest[]): Steps<Har> {
  const entries: Har['log']['entries'] = [];
  for (const request of requests) {
    entries.push(entryOf(request));
    yield;
  }
  return { log: { version: '1.2', creator: { name: 'Paddock', version }, entries } };
}

type Har = {
  log: { version: string; creator: { name: string; version: string }; entries: ReturnType<typeof entryOf>[] };
};

function entryOf(exchange: ShownRequest) {
  const mimeType = exchange.headers['content-type'] ?? '';
  const sent = textOf(exchange.body);
  const received = textOf(exchange.response_body);
  return {
    startedDateTime: exchange.received_at,
    time: exchange.duration_ms,
    request: {
      method: exchange.method,
      url: `http://${exchange.headers['host'] || 'localhost'}${exchange.url}`,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairsOf(Object.entries(exchange.headers)),
      queryString: pairsOf([...queryOf(exchange.url)]),
      ...(sent !== '' && { postData: { mimeType, text: sent } }),
      headersSize: -1,
      bodySize: Buffer.byteLength(sent),
    },
    response: {
      status: exchange.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairsOf(Object.entries(exchange.response_headers)),
      content: {
        size: Buffer.byteLength(received),
        mimeType: exchange.response_headers['content-type'] ?? '',
        text: received,
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: Buffer.byteLength(received),
    },
    cache: {},
    timings: { send: 0, wait: exchange.duration_ms, receive: 0 },
    comment: exchange.request_id,
  };
}

function pairsOf(pairs: readonly [name: string, value: string][]) {
  return pairs.map(([name, value]) => ({ name, value }));
}

/** Formats a body; JSON is serialised again because it was redacted. */
function textOf(body: unknown): string {
  if (body === null) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}
