import { once } from 'node:events';
import { createServer, type RequestListener, request } from 'node:http';
import { Agent, Dispatcher } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startReceiver } from '../control-client/receiver.ts';
import { type Forwarded, forwardTo } from './forward.ts';

let agent: Agent;
beforeAll(() => {
  agent = new Agent();
});
afterAll(() => agent.destroy());

/** A receiver that forwards to an application, and its next forwarded delivery. */
async function forwarding(application: RequestListener) {
  const target = await startReceiver(application);
  const { promise, resolve } = Promise.withResolvers<Forwarded>();
  const receiver = await startReceiver(forwardTo(target.url, agent, resolve));
  return {
    url: receiver.url,
    forwarded: promise,
    [Symbol.asyncDispose]: async () => {
      await receiver.close();
      await target.close();
    },
  };
}

describe('forwarding', () => {
  test('keeps case and order of headers, except those of the connection', async () => {
    const seen = Promise.withResolvers<string[]>();
    await using receiver = await forwarding(({ rawHeaders }, response) => {
      seen.resolve(rawHeaders);
      response.end();
    });
    const headers = [
      'Paddle-Signature',
      'ts=1;h1=a',
      'X-Odd',
      'one',
      'x-odd',
      'two',
      'Content-Length',
      '0',
      'Connection',
      'close',
    ];
    request(receiver.url, { method: 'POST', headers: ['Host', 'mock', ...headers] }).end();
    const arrived = await seen.promise;
    expect(arrived.slice(arrived.indexOf('Paddle-Signature')).join()).toContain(
      'Paddle-Signature,ts=1;h1=a,X-Odd,one,x-odd,two',
    );
    expect(arrived).not.toContain('mock');
    expect(await receiver.forwarded).toMatchObject({ eventType: 'no event', answer: 200 });
  });

  test('sends a POST and reports its duration in milliseconds', async () => {
    const method = Promise.withResolvers<string | undefined>();
    const started = performance.now();
    await using receiver = await forwarding((incoming, response) => {
      method.resolve(incoming.method);
      response.end();
    });
    await fetch(receiver.url, { method: 'POST', body: '{"event_type":"a.b"}' });
    expect(await method.promise).toBe('POST');
    const { ms } = await receiver.forwarded;
    expect(ms).toBeGreaterThanOrEqual(0);
    expect(ms).toBeLessThanOrEqual(Math.ceil(performance.now() - started));
  });

  test.each(['{}', '{"event_type":5}', 'null', 'no JSON', ''])('of %j reports no event', async (body) => {
    await using receiver = await forwarding((_request, response) => response.end());
    await fetch(receiver.url, { method: 'POST', body });
    expect((await receiver.forwarded).eventType).toBe('no event');
  });

  test("returns the response's headers, except those of the connection", async () => {
    await using receiver = await forwarding((_request, response) =>
      response.writeHead(201, { 'Proxy-Connection': 'close', 'X-Kept': 'yes' }).end('made'),
    );
    const answer = await fetch(receiver.url, { method: 'POST', body: '{}' });
    expect([answer.status, await answer.text()]).toEqual([201, 'made']);
    expect([answer.headers.get('x-kept'), answer.headers.get('proxy-connection')]).toEqual(['yes', null]);
  });

  test('ignores an incomplete delivery', async () => {
    await using receiver = await forwarding((_request, response) => response.end());
    const half = request(receiver.url, { method: 'POST', headers: { 'Content-Length': '100' } });
    const gone = new Promise((resolve) => half.on('error', resolve));
    half.write('{"event_type":"half.sent"', () => half.destroy(new Error('The mock was stopped.')));
    await gone;
    await fetch(receiver.url, { method: 'POST', body: '{"event_type":"a.b"}' });
    expect((await receiver.forwarded).eventType).toBe('a.b');
  });

  test.each([
    [new Error('The line is cut.'), 'The line is cut.'],
    [Object.assign(new Error('The line is cut.'), { code: 5 }), 'The line is cut.'],
    [Object.assign(new Error('The line is cut.'), { code: 'ECUT' }), 'ECUT'],
    ['Cut.', 'Cut.'],
  ])('answers 502 with the reason if it fails with %j', async (error, reason) => {
    class Broken extends Dispatcher {
      override dispatch(): boolean {
        throw error;
      }
    }
    const { promise, resolve } = Promise.withResolvers<Forwarded>();
    const receiver = await startReceiver(forwardTo('http://127.0.0.1:9/', new Broken(), resolve));
    const answer = await fetch(receiver.url, { method: 'POST', body: '{"event_type":"a.b"}' });
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      502,
      'text/plain',
      `paddock listen: ${reason}`,
    ]);
    expect(await promise).toMatchObject({ eventType: 'a.b', answer: reason });
    await receiver.close();
  });

  test('returns a redirect and does not follow it', async () => {
    await using receiver = await forwarding((_request, response) =>
      response.writeHead(302, { Location: '/elsewhere' }).end(),
    );
    const answer = await fetch(receiver.url, { method: 'POST', body: '{"event_type":"a.b"}', redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/elsewhere']);
    expect(await receiver.forwarded).toMatchObject({ eventType: 'a.b', answer: 302 });
  });

  test('aborts the request to an application that is too slow for the mock', async () => {
    const arrived = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    await using receiver = await forwarding((_request, response) => {
      response.once('close', released.resolve);
      arrived.resolve();
    });
    const mock = request(receiver.url, { method: 'POST' }).on('error', () => undefined);
    mock.end('{"event_type":"a.b"}');
    await arrived.promise;
    mock.destroy();
    await released.promise;
    expect(await receiver.forwarded).toMatchObject({
      eventType: 'a.b',
      answer: 'no complete response before the mock gave up',
    });
  });

  test('breaks off if the application does', async () => {
    await using receiver = await forwarding((_request, response) => {
      response.writeHead(200, { 'Content-Length': '10' });
      response.write('half', () => response.destroy());
    });
    const answer = fetch(receiver.url, { method: 'POST', body: '{}' }).then((response) => response.text());
    await expect(answer).rejects.toThrow();
    expect((await receiver.forwarded).answer).toEqual(expect.any(String));
  });

  test('answers 502 if the application is unreachable', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const address = gone.address();
    gone.close();
    const { promise, resolve } = Promise.withResolvers<Forwarded>();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
    const receiver = await startReceiver(forwardTo(url, agent, resolve));
    expect((await fetch(receiver.url, { method: 'POST', body: '{}' })).status).toBe(502);
    expect(await promise).toMatchObject({ answer: 'ECONNREFUSED' });
    await receiver.close();
  });
});
