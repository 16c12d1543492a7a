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
 * Handlers for Mock Service Worker that answer requests to Paddle's API from a mock, in Node and in browsers.
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

/** The signal is passed on by itself, since what `bypass` makes of a request may be collected before it is answered. */
function direct(request: Request): Promise<Response> {
  return globalThis.fetch(bypass(request), { signal: request.signal });
}

/** A cut connection has to fail the caller, where anything thrown would become an answer. One that was aborted fails anyway. */
async function answer(fetch: typeof globalThis.fetch, request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof TypeError || request.signal.aborted) return HttpResponse.error();
    throw error;
  }
}
