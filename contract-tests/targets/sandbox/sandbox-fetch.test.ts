import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { start } from '../../cli/testing/command.ts';
import { Outage } from '../../law/no-verdict.ts';
import { createBudget } from '../sending/budget.ts';
import { createLenientFetch } from '../sending/lenient-fetch.ts';
import { createPacedFetch } from '../sending/paced-fetch.ts';
import { createRateLimiter, type Timer } from '../sending/rate-limiter.ts';
import { createRetryingFetch } from '../sending/retrying-fetch.ts';
import { fetchFromSandbox, sandboxUrl } from './sandbox-connection.ts';

/** Outcome of a request: a status, or a connection that fails, times out, or breaks during the response. */
type Fate = number | 'lost' | 'late' | 'broken';

/** A `fetch` with these outcomes, one after the other. */
function answering(answers: readonly Fate[], headers: Record<string, string> = {}) {
  const sent: string[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    sent.push(`${request.method} ${await request.text()}`);
    const answer = answers[sent.length - 1] ?? 200;
    if (answer === 'lost') throw new TypeError('fetch failed');
    if (answer === 'late') throw new DOMException('no answer in time', 'TimeoutError');
    if (answer === 'broken') return new Response(brokenBody());
    return new Response(answer === 200 ? '{}' : null, { status: answer, headers });
  };
  return { send, sent };
}

/** A body that fails as in undici when the connection ends before the response is complete. */
function brokenBody(): ReadableStream {
  return new ReadableStream({
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
}

/** A timer that advances at once when it sleeps. */
function quickTime(): Timer & { slept: () => number } {
  let time = 0;
  return {
    now: () => time,
    sleep: async (ms) => {
      time += ms;
    },
    slept: () => time,
  };
}

const post = { method: 'POST', body: '{}' };
const url = `${sandboxUrl}/customers`;

describe('too many requests', () => {
  test('are sent again unchanged after the seconds in Retry-After', async () => {
    const { send, sent } = answering([429, 429], { 'retry-after': '17' });
    const timer = quickTime();
    const paced = createPacedFetch(send, createRateLimiter({ requests: 9, windowMs: 1 }, timer));
    expect((await paced(url, post)).status).toBe(200);
    expect(sent).toEqual(['POST {}', 'POST {}', 'POST {}']);
    expect(timer.slept()).toBe(34_000);
  });

  test('are retried after a minute without Retry-After, five times at most', async () => {
    const { send, sent } = answering(new Array(9).fill(429));
    const timer = quickTime();
    const paced = createPacedFetch(send, createRateLimiter({ requests: 9, windowMs: 1 }, timer));
    expect((await paced(url)).status).toBe(429);
    expect(sent).toHaveLength(6);
    expect(timer.slept()).toBe(300_000);
  });
});

const isRead = (method: string) => method === 'GET';

describe('an outage', () => {
  test('leads to a retry if the request may be sent twice', async () => {
    const { send, sent } = answering([503, 'lost', 'late']);
    const timer = quickTime();
    expect((await createRetryingFetch(send, timer, isRead)(url)).status).toBe(200);
    expect([sent.length, timer.slept()]).toEqual([4, 7000]);
  });

  test('that lasts reaches the caller', async () => {
    const { send } = answering([500, 500, 500, 500]);
    expect((await createRetryingFetch(send, quickTime(), isRead)(url)).status).toBe(500);
    const gone = answering(['lost', 'lost', 'lost', 'lost']);
    await expect(createRetryingFetch(gone.send, quickTime(), isRead)(url)).rejects.toThrow('fetch failed');
  });

  test.each([502, 'lost', 'late', 'broken'] as const)('(%s) never makes a POST be sent twice', async (answer) => {
    const { send, sent } = answering([answer]);
    await createRetryingFetch(send, quickTime(), isRead)(url, post).catch(() => {});
    expect(sent).toEqual(['POST {}']);
  });

  test('in the middle of a response leads to a retry', async () => {
    const { send, sent } = answering(['broken']);
    expect(await (await createRetryingFetch(send, quickTime(), isRead)(url)).text()).toBe('{}');
    expect(sent).toHaveLength(2);
  });

  test.each([
    [502, 'returned 502'],
    ['lost', 'got no response (fetch failed)'],
    ['late', 'got no response (no answer in time)'],
    [429, 'returned 429'],
  ] as const)('(%s) breaks no law, and is reported if a change may have taken effect', async (answer, what) => {
    let lost = 0;
    const onLost = () => {
      lost += 1;
    };
    const lenient = createLenientFetch(answering([answer, answer]).send, onLost);
    await expect(lenient(url, post)).rejects.toThrow(`POST /customers ${what}, and is not retried`);
    expect(lost).toBe(1);
    await expect(lenient(url)).rejects.toThrow(new Outage(`GET /customers ${what}, again and again`));
    expect(lost).toBe(1);
  });

  test.each([404, 501])('is not assumed for %i', async (status) => {
    expect((await createLenientFetch(answering([status]).send, () => {})(url, post)).status).toBe(status);
  });
});

describe('a budget', () => {
  test('is never exceeded, and reserves the requests for cleaning up', async () => {
    const { send, sent } = answering([]);
    let created = 0;
    const budget = createBudget(5, () => created);
    const forLaws = budget.guard(send);
    await forLaws(url, post);
    created += 1;
    await forLaws(url, post);
    created += 1;
    expect(budget.left()).toBe(1);
    await expect(forLaws(url, post)).rejects.toThrow('budget: the 5 requests of the run are spent');
    await forLaws(url);
    await expect(forLaws(url)).rejects.toThrow('budget');
    const forCleaning = budget.count(send);
    for (; created > 0; created -= 1) await forCleaning(url);
    expect(sent).toHaveLength(5);
  });

  test('that is spent ends every further request at once', async () => {
    const { send, sent } = answering([]);
    const timer = quickTime();
    const limiter = createRateLimiter({ requests: 2, windowMs: 60_000 }, timer);
    const budget = createBudget(2, () => 0);
    const forLaws = budget.check(createPacedFetch(budget.guard(send), limiter));
    await forLaws(url);
    await forLaws(url);
    for (let turn = 0; turn < 10; turn += 1) await expect(forLaws(url)).rejects.toThrow('budget');
    expect([sent.length, timer.slept()]).toEqual([2, 0]);
  });
});

test('nothing is sent to any other origin than the sandbox', async () => {
  const { send, sent } = answering([]);
  const places = ['https://api.paddle.com', 'http://sandbox-api.paddle.com', 'https://sandbox-api.paddle.com:8443'];
  for (const place of places) await expect(fetchFromSandbox(send)(`${place}/customers`)).rejects.toThrow('not for the');
  expect(sent).toEqual([]);
});

test('a request that the sandbox does not answer in time is aborted', async () => {
  const never: typeof fetch = (input) =>
    new Promise((_, reject) => {
      const { signal } = new Request(input);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  await expect(fetchFromSandbox(never, 1)(url)).rejects.toMatchObject({ name: 'TimeoutError' });
});

test.each([[], ['headers']])('a garbage collection does not lose the time limit (%j sent)', async (...sent) => {
  const script = fileURLToPath(new URL('../testing/lost-timeout.ts', import.meta.url));
  const { child, ended } = start(['--expose-gc', script, ...sent]);
  onTestFinished(() => void child.kill());
  expect(await ended).toEqual({ code: 0, out: 'TimeoutError\n', err: '' });
});
