import type { HttpRequest, HttpResponse } from '#openapi/exchange/exchange.ts';

/** Sends a request and returns its response, each with its whole body. */
export type Send = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpResponse>;

/** The form of a `Send` that clients of an API take. */
export function asFetch(send: Send): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { method, headers, signal } = request;
    const response = await send({ method, url: new URL(request.url), headers, body: await request.text() }, signal);
    return new Response(isBodiless(response.status) ? null : response.body, response);
  };
}

/** The opposite of `asFetch`. */
export function asSend(fetch: typeof globalThis.fetch): Send {
  return async ({ method, url, headers, body }, signal) => {
    const response = await fetch(url, { method, headers, ...(body && { body }), ...(signal && { signal }) });
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
