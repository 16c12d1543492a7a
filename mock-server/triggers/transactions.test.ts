import { describe, expect, test } from 'vitest';
import { begin, now, transaction } from './testing/triggering.ts';

describe('triggering about a transaction', () => {
  test.each([
    ['transaction.ready', 'draft', { status: 'ready', billed_at: null }],
    ['transaction.billed', 'ready', { status: 'billed', billed_at: now }],
    ['transaction.past_due', 'billed', { status: 'past_due' }],
    ['transaction.paid', 'past_due', { status: 'paid' }],
    ['transaction.canceled', 'ready', { status: 'canceled' }],
    ['transaction.revised', 'completed', { status: 'completed', revised_at: now }],
    [
      'transaction.completed',
      'ready',
      { status: 'completed', billed_at: now, invoice_number: expect.stringMatching(/^325-\d{5}$/) },
    ],
  ] as const)('%s moves one that is %s, with its dates, and announces both', async (type, status, expected) => {
    const before = transaction(status);
    await using mock = await begin({ transactions: [before] });
    const event = await mock.happens(type, { entity_id: before.id });
    expect(event.data).toMatchObject({ id: before.id, updated_at: now, ...expected });
    expect((await mock.events()).map(({ event_type }) => event_type)).toEqual([type, 'transaction.updated']);
    expect(await mock.get(`/transactions/${before.id}`)).toEqual(event.data);
  });

  test('transaction.completed captures the money, and knows fee, earnings and payout', async () => {
    const before = transaction('ready');
    const total = Number(before.details.totals.total);
    const [fee, tax] = [Math.round(total * 0.05) + 50, Number(before.details.totals.tax)];
    await using mock = await begin({ transactions: [before] });
    const { data } = await mock.happens('transaction.completed', { entity_id: before.id });
    expect(data['payments']).toMatchObject([
      { status: 'captured', amount: String(total), error_code: null, captured_at: now },
    ]);
    const settled = { fee: String(fee), earnings: String(total - tax - fee) };
    expect(data['details']).toMatchObject({
      totals: { balance: '0', ...settled },
      adjusted_totals: settled,
      payout_totals: { total: String(total), ...settled },
      adjusted_payout_totals: settled,
    });
  });

  test('transaction.payment_failed prepends an attempt, is the only event, and keeps the status', async () => {
    const before = transaction('past_due');
    await using mock = await begin({ transactions: [before] });
    const { data } = await mock.happens('transaction.payment_failed', { entity_id: before.id });
    const declined = {
      status: 'error',
      error_code: 'declined',
      amount: before.details.totals.balance,
      created_at: now,
      captured_at: null,
    };
    expect(data['payments']).toMatchObject([declined, ...before.payments]);
    expect(data.status).toBe('past_due');
    expect((await mock.events()).map(({ event_type }) => event_type)).toEqual(['transaction.payment_failed']);
  });

  test('a total of zero is not paid', async () => {
    const before = transaction('ready');
    const { totals } = before.details;
    const free = {
      ...before,
      details: {
        ...before.details,
        totals: { ...totals, subtotal: '0', tax: '0', total: '0', grand_total: '0', balance: '0' },
      },
    };
    await using mock = await begin({ transactions: [free] });
    const { data } = await mock.happens('transaction.completed', { entity_id: before.id });
    expect(data).toMatchObject({ payments: [], details: { totals: { fee: '0', earnings: '0' } } });
  });
});
