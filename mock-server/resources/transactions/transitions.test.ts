import { describe, expect, test } from 'vitest';
import { buildTransaction } from '#fixtures/index.ts';
import { profile } from '../../spec/behaviours.ts';
import type { Transaction } from './kind.ts';
import { bill, complete, pay } from './transitions.ts';

const now = '2026-07-01T12:00:00Z';
const earlier = '2026-06-01T12:00:00Z';
const moment = { now, behaviours: profile('official') };
const means = {
  payment_attempt_id: 'attempt',
  stored_payment_method_id: 'stored',
  payment_method_id: 'paymtd_01h8441jn5pcwrfhwh78jqt8hk',
  method_details: {
    type: 'paypal',
    underlying_details: null,
    south_korea_local_card: null,
    card: null,
    paypal: { email: 'sam@example.com', reference: null },
  },
} as const;

function transaction(overrides: Partial<Transaction>): Transaction {
  return { ...buildTransaction({ seed: 1, status: 'past_due' }), payments: [], ...overrides };
}

describe('a transaction', () => {
  test.each<[Partial<Transaction>, string | null]>([
    [{ collection_mode: 'manual', invoice_number: null }, '325-1'],
    [{ collection_mode: 'automatic', invoice_number: null }, null],
    [{ collection_mode: 'manual', invoice_number: '7-7' }, '7-7'],
    [{ collection_mode: 'automatic', invoice_number: '7-7' }, '7-7'],
  ])('with %j has the invoice number %j when it is billed', (overrides, invoice_number) => {
    const { puts, events } = bill(transaction({ status: 'ready', ...overrides }), '325-1', moment);
    const [{ entity }] = puts;
    expect(entity).toMatchObject({ status: 'billed', billed_at: now, updated_at: now, invoice_number });
    expect(events.map(({ type }) => type)).toEqual(['transaction.updated', 'transaction.billed']);
  });

  test.each([
    [null, now],
    [earlier, earlier],
  ])('that was billed at %s is billed at %s when it is paid or completed', (billed_at, expected) => {
    const before = transaction({ status: 'ready', billed_at });
    expect(pay(before, means, moment).puts[0].entity).toMatchObject({ status: 'paid', billed_at: expected });
    expect(complete(before, '325-1', means, moment).puts[0].entity).toMatchObject({
      status: 'completed',
      billed_at: expected,
    });
    const paid = transaction({ status: 'paid', billed_at });
    expect(complete(paid, '325-1', means, moment).puts[0].entity).toMatchObject({ billed_at: expected });
  });

  test('is paid once on the way to its completion', () => {
    const attempts = (status: Transaction['status']) =>
      complete(transaction({ status }), '325-1', means, moment).puts[0].entity.payments.length;
    expect([attempts('past_due'), attempts('paid')]).toEqual([1, 0]);
  });
});
