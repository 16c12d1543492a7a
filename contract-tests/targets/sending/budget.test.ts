import { expect, test } from 'vitest';
import { runLaw } from '../../suite/run-law.ts';
import { createBudget } from './budget.ts';

const answer = async () => new Response(null, { status: 204 });

test('a spent budget ends the law without a verdict, and reserves the requests for cleaning up', async () => {
  let kept = 0;
  const budget = createBudget(5, () => kept);
  const send = budget.guard(answer);
  const [url, post] = ['http://127.0.0.1/', { method: 'POST' }];
  await send(url, post);
  kept = 1;
  await send(url);
  expect(budget.left()).toBe(2);
  await send(url, post);
  kept = 2;
  const { failure, noVerdict, isOutage } = await runLaw(
    { title: 'ips: asks for more', body: async () => void (await send(url)) },
    1000,
  );
  expect([failure, noVerdict, isOutage]).toEqual([null, expect.stringMatching(/^budget: .*\b5\b/), false]);
  const cleaner = budget.count(answer);
  await cleaner(url);
  await cleaner(url);
  expect(budget.left()).toBe(0);
});

test('a request that creates needs room for the one that removes what it created', async () => {
  const send = createBudget(1, () => 0).guard(answer);
  await expect(send('http://127.0.0.1/', { method: 'POST' })).rejects.toThrow(/budget/);
  await expect(send('http://127.0.0.1/')).resolves.toMatchObject({ status: 204 });
});
