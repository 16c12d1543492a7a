import { describe, expect, test } from 'vitest';
import { type CaseResult, type DoctorOptions, examine } from './examine.ts';
import { serve, serveStatus } from './testing/endpoint.ts';
import { examineReceiver } from './testing/examine-receiver.ts';
import { isGenuine, secret } from './testing/receiver.ts';

describe('an examination', () => {
  test('reports each finished case', async () => {
    await using endpoint = await serveStatus((delivery) => (isGenuine(delivery) ? 200 : 401));
    const told: CaseResult[] = [];
    const { cases } = await examine(endpoint.url, { secret, onCase: (result) => told.push(result) });
    expect(told).toEqual(cases);
  });

  test('sends the same for the same seed, and the time is in the signature only', async () => {
    const sent: string[][] = [];
    for (const [seed, now] of [
      [7, 0],
      [7, 60_000],
      [8, 0],
    ] as const) {
      const bodies: string[] = [];
      await using endpoint = await serveStatus(({ body }) => bodies.push(body.toString()) && 200);
      await examine(endpoint.url, { secret, seed, now: () => now });
      sent.push(bodies);
    }
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[2]).not.toEqual(sent[0]);
  });

  test('signs by the given clock, at the moment of sending', async () => {
    const stamps: string[] = [];
    await using endpoint = await serveStatus(({ header = '' }) => {
      stamps.push(/^ts=(\d+)/.exec(header)?.[1] ?? 'none');
      return 200;
    });
    let now = 1_000_000;
    await examine(endpoint.url, { secret, now: () => (now += 1000) });
    expect(stamps.slice(0, 4)).toEqual(['1001', '1002', '1003', '1004']);
    expect(stamps.slice(11, 14)).toEqual(['952', '1007', '4614']);
  });

  test('has the secret in no report', async () => {
    const report = await examineReceiver(() => 500);
    expect(JSON.stringify(report)).not.toContain(secret);
  });

  test.each<[string, Partial<DoctorOptions>, RegExp]>([
    ['nowhere', {}, /http or https/],
    ['ftp://127.0.0.1/', {}, /http or https/],
    ['view+http://127.0.0.1/', {}, /http or https/],
    ['http://user:word@127.0.0.1/', {}, /password/],
    ['http://user@127.0.0.1/', {}, /password/],
    ['http://:word@127.0.0.1/', {}, /password/],
    ['https://api.paddle.com/webhooks', {}, /URL is Paddle/],
    ['https://paddle.com/webhooks', {}, /URL is Paddle/],
    ['https://paddle.com./webhooks', {}, /URL is Paddle/],
    // Uses a port that `fetch` blocks, to show that all earlier checks passed.
    ['http://paddle.com.example:9/', {}, /cannot be reached \(bad port\)/],
    ['http://notpaddle.com:9/', {}, /cannot be reached \(bad port\)/],
    ['http://127.0.0.1:9/', { secret: '' }, /secret is empty/],
    ['http://127.0.0.1:9/', { timeoutMs: 0 }, /timeout/],
    ['http://127.0.0.1:9/', { timeoutMs: Number.POSITIVE_INFINITY }, /timeout/],
    ['http://127.0.0.1:9/', { timeoutMs: 2 ** 31 }, /timeout/],
    ['http://127.0.0.1:9/', { timeoutMs: 2 ** 31 - 1 }, /bad port/],
    ['nowhere', { timeoutMs: 1 }, /http or https/],
  ])('of %s with %j is refused as misuse', async (url, given, message) => {
    const options = { secret, ...given };
    await expect(examine(url, options)).rejects.toThrow(message);
    await expect(examine(url, options)).rejects.toMatchObject({ name: 'UsageError' });
  });

  test('of an unreachable endpoint is a usage error', async () => {
    const { url } = await serveStatus(() => 200).then(async (endpoint) => {
      await endpoint[Symbol.asyncDispose]();
      return endpoint;
    });
    await expect(examine(url, { secret })).rejects.toThrow(/cannot be reached \(ECONNREFUSED\)/);
  });

  test('goes on if the endpoint ends meanwhile', async () => {
    const endpoint = await serve((_request, response) => response.writeHead(200, { Connection: 'close' }).end());
    let ending: PromiseLike<void> | undefined;
    const onCase = () => {
      ending ??= endpoint[Symbol.asyncDispose]();
    };
    const { counts, cases } = await examine(endpoint.url, { secret, onCase });
    await ending;
    expect(counts).toEqual({ ok: 1, warning: 14, 'not-accepted': 5, 'wrong-acceptance': 0 });
    expect(cases[1]?.answers).toMatchObject([{ failure: 'unreachable', reason: 'ECONNREFUSED' }]);
  });
});
