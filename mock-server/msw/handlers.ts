import { bypass, type HttpHandler, HttpResponse, http } from 'msw';
import { paddleHosts } from '../wire/paddle-hosts.ts';
import { sendTo } from './send-to.ts';

/** The target of requests: a mock in this process, as `startPaddock` returns it, or another one by URL. */
export type MswTarget = {
  /** Base URL of the mock. In a browser, a URL of the page's own origin, since Paddle's API has no CORS. */
  url: string;
  /** The `fetch` of a mock in this process. Default: requests use HTTP. */
  fetch?: typeof globalThis.fetch;
};

/**
 * Makes handlers for Mock Service Worker that send requests for Paddle's API to a mock, in Node and in browsers.
 *
 * @example
 * ```ts
 * const paddock = await startPaddock();
 * const server = setupServer(...handlers(paddock));
 * server.listen();
 * ```
 */
export function handlers({ url, fetch = sendTo(url, direct) }: MswTarget) {
  const bases = [...paddleHosts.map((host) => `https://${host}`), url];
  return bases.map((base): HttpHandler => http.all(`${base}/*`, ({ request }) => answer(fetch, request)));
}

/** Passes the signal on separately, because the request made by `bypass` may be garbage-collected too early. */
function direct(request: Request): Promise<Response> {
  return globalThis.fetch(bypass(request), { signal: request.signal });
}

/** Returns a network error for a broken connection, since MSW turns thrown errors into responses. */
async function answer(fetch: typeof globalThis.fetch, request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof TypeError || request.signal.aborted) return HttpResponse.error();
    throw error;
  }
}
