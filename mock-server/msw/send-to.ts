import { holdRequests } from '#openapi/exchange/hold-requests.ts';
import { fieldOf } from '../text/json-field.ts';

/** Makes a `fetch` that sends requests for any host to a mock, with links under that host in the response. */
export function sendTo(url: string, fetch: (request: Request) => Promise<Response>): typeof globalThis.fetch {
  const base = url.replace(/\/+$/, '');
  const pathOf = (requestUrl: string) => {
    const { pathname, search } = new URL(requestUrl);
    return requestUrl.startsWith(`${base}/`) ? requestUrl.slice(base.length) : pathname + search;
  };
  return async (input, init) => {
    const request = new Request(input, init);
    const { method, headers, signal } = request;
    const body = request.body && (await request.arrayBuffer());
    const sent = new Request(base + pathOf(request.url), { method, headers, body, signal });
    const origins = input instanceof Request ? [input, request] : [request];
    return holdRequests([...origins, sent], async () => withLinksTo(new URL(request.url).origin, await fetch(sent)));
  };
}

/** Moves the mock's link to the called host, because clients follow only links under it. */
async function withLinksTo(origin: string, response: Response): Promise<Response> {
  const text = await response.text();
  const next = nextIn(text);
  const link = typeof next === 'string' ? URL.parse(next) : null;
  const { status, headers } = response;
  const body = link ? text.replace(JSON.stringify(next), JSON.stringify(origin + link.pathname + link.search)) : text;
  return new Response(body === '' ? null : body, { status, headers: withoutLength(headers) });
}

function nextIn(text: string): unknown {
  try {
    return fieldOf(fieldOf(fieldOf(JSON.parse(text), 'meta'), 'pagination'), 'next');
  } catch {
    return undefined;
  }
}

function withoutLength(headers: Headers): Headers {
  const copy = new Headers(headers);
  copy.delete('Content-Length');
  return copy;
}
