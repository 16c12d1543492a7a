import { expect, test } from 'vitest';
import { Journal } from '../../journal/journal.ts';
import { JournalMemory } from '../../journal/journal-memory.ts';
import { exchange } from '../../journal/testing/exchanges.ts';
import { followRequests, type RequestLine } from './live-requests.ts';

test('of many requests the refused ones come first, then the newest, and the others as soon as fewer arrive', async () => {
  const journal = new Journal(new JournalMemory(10_000_000), 1_000);
  for (let number = 1; number <= 610; number += 1)
    journal.add(exchange({ status: number % 100 === 0 ? 404 : 200, responseBody: '{"error":{"code":"not_found"}}' }));
  const events = followRequests(journal, 0);
  const next = async () => {
    const { data } = (await events.next()).value ?? {};
    const { requests, skipped, total } = data as { requests: RequestLine[]; skipped: number; total: number };
    const numbers = requests.map(({ number }) => number);
    const refused = requests.filter(({ error_code }) => error_code === 'not_found').map(({ number }) => number);
    return { numbers, refused, skipped, total };
  };
  const first = await next();
  // The oldest 110 wait no longer.
  expect(first).toMatchObject({ refused: [200, 300, 400, 500, 600], skipped: 110, total: 610 });
  expect(first.numbers).toHaveLength(100);
  expect(first.numbers.slice(0, 5)).toEqual([200, 300, 400, 500, 515]);
  expect(first.numbers.at(-1)).toBe(610);
  const second = await next();
  expect(second).toMatchObject({ refused: [], skipped: 0, total: 610 });
  expect(second.numbers.at(-1)).toBe(514);
});
