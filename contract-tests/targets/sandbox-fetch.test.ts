import { describe, expect, test } from 'vitest';
import { createBudget } from './budget.ts';
import { createGovernor, type Timer } from './governor.ts';
import { createPacedFetch } from './paced-fetch.ts';
import { createPatientFetch } from './patient-fetch.ts';
import { fetchFromSandbox, sandboxUrl } from './sandbox-connection.ts';

/** A `fetch` that gives these answers, one after the other: a status, or a connection that is lost. */
function answering(answers: readonly (number | 'lost')[], headers: Record<string, string> = {}) {
  const sent: string[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    sent.push(`${request.method} ${await request.text()}`);
    const answer = answers[sent.length - 1] ?? 200;
    if (answer === 'lost') throw new TypeError('fetch failed');
    return new Response(null, { status: answer, headers });
  };
  return { send, sent };
}

/** Time that passes as soon as somebody sleeps. */
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
  test('are followed by as many seconds of silence as the refusal says, and sent again as they were', async () => {
    const { send, sent } = answering([429, 429], { 'retry-after': '17' });
    const timer = quickTime();
    const paced = createPacedFetch(send, createGovernor({ requests: 9, windowMs: 1 }, timer));
    expect((await paced(url, post)).status).toBe(200);
    expect(sent).toEqual(['POST {}', 'POST {}', 'POST {}']);
    expect(timer.slept()).toBe(34_000);
  });

  test('are a minute each where the refusal says nothing, and not for ever', async () => {
    const { send, sent } = answering(new Array(9).fill(429));
    const timer = quickTime();
    const paced = createPacedFetch(send, createGovernor({ requests: 9, windowMs: 1 }, timer));
    expect((await paced(url)).status).toBe(429);
    expect(sent).toHaveLength(6);
    expect(timer.slept()).toBe(300_000);
  });
});

describe('an outage', () => {
  test('is waited for where a request may be sent twice', async () => {
    const { send, sent } = answering([503, 'lost', 500]);
    const timer = quickTime();
    expect((await createPatientFetch(send, timer, () => {})(url)).status).toBe(200);
    expect([sent.length, timer.slept()]).toEqual([4, 7000]);
  });

  test('that lasts is given to whoever asked', async () => {
    const { send } = answering([500, 500, 500, 500]);
    expect((await createPatientFetch(send, quickTime(), () => {})(url)).status).toBe(500);
    const gone = answering(['lost', 'lost', 'lost', 'lost']);
    await expect(createPatientFetch(gone.send, quickTime(), () => {})(url)).rejects.toThrow('fetch failed');
  });

  test.each([502, 'lost'] as const)('(%s) never makes a POST be sent twice', async (answer) => {
    const { send, sent } = answering([answer]);
    let lost = 0;
    const patient = createPatientFetch(send, quickTime(), () => {
      lost += 1;
    });
    await expect(patient(url, post)).rejects.toThrow('POST /customers');
    expect([sent.length, lost]).toEqual([1, 1]);
  });
});

describe('a budget', () => {
  test('is never overrun, and keeps what cleaning up takes', async () => {
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
});

test('nothing is sent to any other place than the sandbox', async () => {
  const { send, sent } = answering([]);
  const places = ['https://api.paddle.com', 'http://sandbox-api.paddle.com', 'https://sandbox-api.paddle.com:8443'];
  for (const place of places) await expect(fetchFromSandbox(send)(`${place}/customers`)).rejects.toThrow('not for the');
  expect(sent).toEqual([]);
});
