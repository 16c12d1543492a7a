import { expect, test } from 'vitest';
import { buildDiscount } from '#fixtures/index.ts';
import type { Discount } from './kind.ts';
import { countUse, covers, refuseUnusable, statusAt } from './use.ts';

const moment = { now: '2027-01-02T00:00:00Z' };
const build = (overrides: Partial<Discount> = {}): Discount => ({ ...buildDiscount(), ...overrides });

test.each<[what: string, overrides: Partial<Discount>, status: Discount['status'], code: string | null]>([
  ['without limits', {}, 'active', null],
  ['before its date', { expires_at: '2027-01-02T00:00:01Z' }, 'active', null],
  ['at its date', { expires_at: '2027-01-02T00:00:00Z' }, 'expired', 'discount_expired'],
  ['below its limit', { usage_limit: 3, times_used: 2 }, 'active', null],
  ['at its limit', { usage_limit: 3, times_used: 3 }, 'used', 'discount_usage_limit_exceeded'],
  ['archived', { status: 'archived' }, 'archived', 'entity_archived'],
  [
    'archived, past its date and used up',
    { status: 'archived', expires_at: '2026-01-01T00:00:00Z', usage_limit: 1, times_used: 1 },
    'archived',
    'entity_archived',
  ],
])('a discount %s', (_what, overrides, status, code) => {
  const discount = build(overrides);
  expect(statusAt(discount, moment)).toBe(status);
  if (code === null) expect(() => refuseUnusable(discount, moment)).not.toThrow();
  else expect(() => refuseUnusable(discount, moment)).toThrow(expect.objectContaining({ code }));
});

test('a use is counted without an event, and the last one uses the discount up', () => {
  const discount = build({ usage_limit: 2, times_used: 0 });
  const { puts, events } = countUse(discount, moment);
  expect(puts).toEqual([{ kind: 'discounts', entity: { ...discount, times_used: 1 } }]);
  expect(events).toEqual([]);
  const last = countUse({ ...discount, times_used: 1 }, moment);
  expect(last.puts?.[0]?.entity).toMatchObject({ times_used: 2, status: 'used' });
});

test('a discount covers the prices and products that it is restricted to, and all without restriction', () => {
  const price = { id: 'pri_1', product_id: 'pro_1' };
  expect(covers({ restrict_to: null }, price)).toBe(true);
  expect(covers({ restrict_to: ['pri_1'] }, price)).toBe(true);
  expect(covers({ restrict_to: ['pro_2', 'pro_1'] }, price)).toBe(true);
  expect(covers({ restrict_to: ['pro_2', 'pri_2'] }, price)).toBe(false);
  expect(covers({ restrict_to: ['pri_1'] }, { id: null, product_id: 'pro_1' })).toBe(false);
});
