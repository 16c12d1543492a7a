import type { Server } from 'node:http';
import type { Agent, fetch as Send } from 'undici';
import { UsageError } from '#openapi/text/usage-error.ts';
import { isPaddleHost } from '../wire/paddle-hosts.ts';
import { connectTo } from './connection.ts';

/** A `fetch` that sends every request to one server, for any host. */
export type InProcessFetch = { fetch: typeof globalThis.fetch; close: () => Promise<void> };

type Client = { send: typeof Send; dispatcher: Agent };

/**
 * Makes a `fetch` that calls a server of this process without a socket. Requests pass through Node's HTTP and Express,
 * so that limits, broken connections and incomplete bodies behave as over a network.
 */
export function fetchFrom(server: Server): InProcessFetch {
  let opened: Promise<Client> | undefined;
  let isClosed = false;
  const open = async () => {
    const client = await openClient(server);
    // Makes the request that opened it fail.
    if (isClosed) await client.dispatcher.close();
    return client;
  };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    opened ??= open();
    const { send, dispatcher } = await opened;
    const request = new Request(input, init);
    const { method, url, signal, redirect } = request;
    const body = request.body && (await request.arrayBuffer());
    const answer = await send(url, { method, headers: [...request.headers], body, signal, redirect, dispatcher });
    const { status, statusText, headers } = answer;
    // Callers may check `instanceof Response`. The cast joins Node's and the DOM's types of one stream.
    return new Response(answer.body as BodyInit | null, { status, statusText, headers: [...headers] });
  };
  const close = async () => {
    isClosed = true;
    const client = await opened;
    await client?.dispatcher.close();
  };
  return { fetch, close };
}

/** Loads undici at the first call of `fetch`, to keep the start fast. */
async function openClient(server: Server): Promise<Client> {
  const { Agent, fetch: send } = await import('undici');
  const dispatcher = new Agent({
    connect: ({ protocol }, done) => {
      const connection = connectTo(server, protocol === 'https:');
      // The client expects the connection asynchronously.
      queueMicrotask(() => done(null, connection));
    },
  });
  return { send, dispatcher };
}

/** Restricts a `fetch` to Paddle's hosts and the given URLs, so that no other host seems to answer. */
export function fetchOnly(
  fetch: typeof globalThis.fetch,
  urls: readonly (string | undefined)[],
): typeof globalThis.fetch {
  const origins = new Set(urls.flatMap((url) => (url === undefined ? [] : [new URL(url).origin])));
  return async (input, init) => {
    const request = new Request(input, init);
    const { origin, hostname } = new URL(request.url);
    if (origins.has(origin) || isPaddleHost(hostname)) return fetch(request);
    throw new UsageError(
      `Could not fetch ${origin}: this fetch reaches only the mock. Use ${[...origins].join(' or ')}.`,
    );
  };
}
