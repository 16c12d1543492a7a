import { createServer, request as openRequest, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import express, { type RequestHandler } from 'express';
import { afterEach, describe, expect, test } from 'vitest';
import { answerOf, receiver } from '../testing/webhook-receiver.ts';
import { customerEvent, signedHeaders } from '../testing/webhook-requests.ts';
import type { WebhookHandler, WebhookHandlerOptions } from './webhook-handler.ts';

const body = JSON.stringify(customerEvent());
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Starts a server on a free port, and records the events that its handler processes. */
async function serve(mount: (handler: WebhookHandler) => Server, options: Partial<WebhookHandlerOptions> = {}) {
  const { handler, processed, problems } = receiver(options);
  const server = mount(handler);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/webhooks`;
  const deliver = async (sent: BodyInit = body) => {
    const request = { method: 'POST', headers: await signedHeaders(body), body: sent };
    const response = await fetch(url, request);
    return answerOf(response);
  };
  return { url, handler, deliver, processed, problems };
}

type Parsers = readonly RequestHandler[];
const withExpress =
  (...parsers: Parsers) =>
  (handler: WebhookHandler) => {
    const app = express();
    for (const parser of parsers) app.use(parser);
    app.post('/webhooks', handler.express);
    return createServer(app);
  };

describe('Express', () => {
  test.for([
    ['no parser', []],
    ['express.raw', [express.raw({ type: 'application/json' })]],
    ['express.raw for another type, which leaves the stream alone', [express.raw({ type: 'application/xml' })]],
    ['express.text', [express.text({ type: 'application/json' })]],
    ['express.json for another type', [express.json({ type: 'application/vnd.api+json' })]],
    [
      'express.json that keeps the raw body',
      [
        express.json({
          verify: (request, _, raw) => {
            Object.assign(request, { rawBody: raw });
          },
        }),
      ],
    ],
  ] satisfies [string, Parsers][])('works with %s', async ([, parsers]) => {
    const { deliver, processed, problems } = await serve(withExpress(...parsers));
    expect(await deliver()).toBe('200 processed');
    expect(processed).toEqual(['sam+1@example.com']);
    expect(problems).toEqual([]);
  });

  test('finds the signature under a name with capitals, as a plain object may have it', async () => {
    const { handler, processed } = await serve(withExpress());
    const response = { statusCode: 0, setHeader: () => {}, end: () => {} };
    const read = async function* () {};
    await handler.node(
      { method: 'POST', headers: await signedHeaders(body), body, [Symbol.asyncIterator]: read },
      response,
    );
    expect(response.statusCode).toBe(200);
    expect(processed).toEqual(['sam+1@example.com']);
  });

  test('behind express.json answers 500, and says how to mount it', async () => {
    const { deliver, processed, problems } = await serve(withExpress(express.json()));
    expect(await deliver()).toBe('500 misconfigured');
    expect(processed).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'misused', error: { message: expect.stringContaining('express.raw') } }]);
  });

  test('refuses a body that express.raw has read and that is too large', async () => {
    const { deliver } = await serve(withExpress(express.raw({ type: '*/*' })), { maxBodyBytes: 10 });
    expect(await deliver()).toBe('413 too_large');
  });
});

describe('node:http', () => {
  const withNode = (handler: WebhookHandler) => createServer(handler.node);

  test('reads an unread stream', async () => {
    const { deliver, processed } = await serve(withNode);
    expect(await deliver()).toBe('200 processed');
    expect(await deliver()).toBe('200 duplicate');
    expect(processed).toEqual(['sam+1@example.com']);
  });

  test('reports a missing body if the stream was read without keeping it', async () => {
    const { deliver, problems } = await serve((handler) =>
      createServer(async (request, response) => {
        await buffer(request);
        await handler.node(request, response);
      }),
    );
    expect(await deliver()).toBe('500 misconfigured');
    expect(problems).toMatchObject([{ kind: 'misused', error: { message: expect.stringContaining('no body') } }]);
  });

  test('answers 405 for a GET', async () => {
    const { url } = await serve(withNode);
    const response = await fetch(url);
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
  });

  test('answers before it processes under answer-then-process', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const processed: string[] = [];
    const { deliver, handler } = await serve(withNode, {
      mode: 'answer-then-process',
      on: {
        'customer.updated': async ({ event_id }) => {
          await promise;
          processed.push(event_id);
        },
      },
    });
    expect(await deliver()).toBe('200 accepted');
    expect(processed).toEqual([]);
    resolve();
    await handler.idle();
    expect(processed).toHaveLength(1);
  });

  test.for([
    ['whose length says so', (url: string) => send(url, { 'Content-Length': '3000000' }, 1)],
    ['that does not end', (url: string) => send(url, { 'Transfer-Encoding': 'chunked' }, 100)],
  ] as const)('answers 413 to a body %s, without reading it to its end', async ([, sendTo]) => {
    const { url, problems } = await serve(withNode);
    expect(await sendTo(url)).toEqual([413, 'close']);
    expect(problems).toMatchObject([{ kind: 'refused', refusal: { reason: 'too_large' } }]);
  });

  test('survives a request that breaks off', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { url, deliver } = await serve(withNode, { onError: () => resolve() });
    const request = openRequest(url, { method: 'POST', headers: { 'Content-Length': '1000' } });
    request.on('error', () => {});
    request.write('{', () => request.destroy());
    await promise;
    expect(await deliver()).toBe('200 processed');
  });
});

/** Sends chunks of 64 KiB without ending the request, and returns the status and the `Connection` of the response. */
function send(
  url: string,
  headers: Record<string, string>,
  chunks: number,
): Promise<[status: number | undefined, connection: string | undefined]> {
  return new Promise((resolve, reject) => {
    const request = openRequest(url, { method: 'POST', headers }, (response) => {
      response.resume();
      request.on('error', () => {});
      resolve([response.statusCode, response.headers.connection]);
      request.destroy();
    });
    request.on('error', reject);
    for (let sent = 0; sent < chunks; sent += 1) request.write(Buffer.alloc(64 * 1024));
  });
}
