import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildTransaction } from '#fixtures/index.ts';
import { openAccounts } from '../../testing/open-accounts.ts';
import { freshApiKey } from '../api-keys.ts';
import type { ListQuery, TimeBound } from './list-query.ts';
import { bucketsOf } from './time-spans.ts';

const minute = 60_000;
const start = Date.parse('2019-12-31T00:00:00Z');

test('a span is divided into buckets and times beside them, without gaps and overlaps', () => {
  const time = fc.integer({ min: -(2 ** 40), max: 2 ** 41 });
  fc.assert(
    fc.property(time, fc.nat({ max: 2 ** 36 }), (from, length) => {
      const { buckets, beside } = bucketsOf([from, from + length]);
      const parts = [...beside, ...buckets.map(({ bits, ...part }) => [part.from * 2 ** bits, part.to * 2 ** bits])];
      const sorted = parts.toSorted(([one = 0], [other = 0]) => one - other);
      let end = from;
      for (const [first = 0, last = 0] of sorted) {
        expect(first).toBe(end);
        expect(last).toBeGreaterThan(first);
        end = last;
      }
      expect(end).toBe(from + length);
      expect(beside.length).toBeLessThan(3);
      for (const { bits, from: first, to } of buckets) if (bits < 31) expect(to - first).toBeLessThan(63);
    }),
  );
});

const statuses = ['completed', 'past_due', 'billed'] as const;

test('lists within times have what is expected, whatever was written before', () => {
  const { accounts } = openAccounts();
  const { store } = accounts.authenticate(`Bearer ${freshApiKey()}`).account;
  const billedAt = (number: number) => `${new Date(start + number * minute).toISOString().slice(0, 19)}Z`;
  const sold = (number: number, place: number) => ({
    ...buildTransaction({ seed: number }),
    billed_at: place % 7 === 0 ? null : billedAt((place * place * 31) % 200_000),
    status: statuses[place % 3] ?? 'billed',
  });
  for (let number = 0; number < 150; number += 1) store.insert('transactions', sold(number, number));
  for (let number = 0; number < 150; number += 4) store.insert('transactions', sold(number, number + 5));
  for (let number = 0; number < 150; number += 9) store.remove('transactions', sold(number, number).id);
  const all = store.transactions.all({});
  const bound = fc.record({
    column: fc.constant('billed_at'),
    operator: fc.constantFrom<TimeBound['operator'][]>('<', '<=', '>', '>='),
    time: fc.nat({ max: 200_000 }).map((number) => start + number * minute),
  });
  const query = fc.record({
    where: fc.subarray([...statuses]).map((status): ListQuery['where'] => (status.length > 0 ? { status } : {})),
    times: fc.array(bound, { minLength: 1, maxLength: 3 }),
    order: fc.constantFrom<('ASC' | 'DESC')[]>('ASC', 'DESC'),
    by: fc.constantFrom('id', 'billed_at'),
    limit: fc.integer({ min: 1, max: 200 }),
  });
  fc.assert(
    fc.property(query, (asked) => {
      const page = store.transactions.list(asked);
      const found = all.filter(
        ({ status, billed_at }) =>
          (asked.where['status']?.includes(status) ?? true) &&
          asked.times.every(
            ({ operator, time }) => billed_at !== null && isWithin(Date.parse(billed_at), operator, time),
          ),
      );
      const keyOf = ({ id, billed_at }: (typeof all)[number]) => `${asked.by === 'id' ? '' : billed_at} ${id}`;
      const sorted = found.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
      const inOrder = asked.order === 'ASC' ? sorted : sorted.reverse();
      expect(page.ids).toEqual(inOrder.slice(0, asked.limit).map(({ id }) => id));
      expect(page.estimatedTotal).toBe(found.length);
      expect(page.hasMore).toBe(found.length > asked.limit);
    }),
  );
});

function isWithin(at: number, operator: TimeBound['operator'], time: number): boolean {
  if (operator === '<') return at < time;
  if (operator === '<=') return at <= time;
  return operator === '>' ? at > time : at >= time;
}
