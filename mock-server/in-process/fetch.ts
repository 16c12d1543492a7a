import type { Server } from 'node:http';
import type { Agent, fetch as Send } from 'undici';
import { UsageError } from '#openapi/text/usage-error.ts';
import { isPaddleHost } from '../wire/paddle-hosts.ts';
import { connectTo } from './connection.ts';

/** A `fetch` of which every request ends at one server, whatever host its URL names. */
export type InProcessFetch = { fetch: typeof globalThis.fetch; close: () => Promise<void> };

/** What sends, and its connections. */
type Client = { send: typeof Send; dispatcher: Agent };

/**
 * Makes a `fetch` that speaks to a server of this process without a socket. Requests go through the whole of Node's
 * HTTP and Express, so that limits, cut connections and half-sent bodies are what they are over a network, and fail as
 * the runtime's own `fetch` fails.
 */
export function fetchFrom(server: Server): InProcessFetch {
  let opened: Promise<Client> | undefined;
  let isClosed = false;
  const open = async () => {
    const client = await openClient(server);
    // Requests fail from then on.
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
    // The runtime's own class, which callers may ask for with `instanceof`. Node and the DOM type one stream twice.
    return new Response(answer.body as BodyInit | null, { status, statusText, headers: [...headers] });
  };
  const close = async () => {
    isClosed = true;
    const client = await opened;
    await client?.dispatcher.close();
  };
  return { fetch, close };
}

/** Loads undici when a `fetch` is first called, since a start would wait for it. */
async function openClient(server: Server): Promise<Client> {
  const { Agent, fetch: send } = await import('undici');
  const dispatcher = new Agent({
    connect: ({ protocol }, done) => {
      const connection = connectTo(server, protocol === 'https:');
      // The client waits for an answer that comes later, as that of a network does.
      queueMicrotask(() => done(null, connection));
    },
  });
  return { send, dispatcher };
}

/** Keeps a `fetch` to the hosts of Paddle's API and some URLs, lest requests to others seem to be answered by them. */
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
