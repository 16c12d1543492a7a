import fc from 'fast-check';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { startOfTime, stoppedClock } from '../../webhooks/arrange.ts';
import { eventsOf, newestEvent } from '../events/arrange.ts';
import { buyer, cards, type Transaction } from './arrange.ts';

const statusesOf = ({ payments }: Transaction) =>
  payments.map(({ status, error_code }) => (error_code === null ? status : error_code));

export default laws(({ target, test }) => {
  const all = target.behaviours['webhook-events'] === 'all';

  test('payments: a card that pays is captured for the whole amount, and shown without its number', async (context) => {
    const account = target.newAccount();
    const { owe, pay } = await buyer(context, account);
    for (const [card, last4] of [
      [cards.pays, '4242'],
      [cards.debit, '5556'],
      [cards.failsLater, '3184'],
    ] as const) {
      const { payments, status } = await pay(await owe(), { card, expiry: '09/2041', cardholder_name: 'A. Lovelace' });
      expect(status).toBe('completed');
      expect(payments).toMatchObject([
        {
          amount: '1270',
          status: 'captured',
          error_code: null,
          payment_method_id: expect.stringMatching(/^paymtd_/),
          method_details: {
            type: 'card',
            card: { type: 'visa', last4, expiry_month: 9, expiry_year: 2041, cardholder_name: 'A. Lovelace' },
          },
          captured_at: expect.any(String),
        },
      ]);
    }
  });

  const attempt = fc.constantFrom(
    { payment: { card: cards.declined }, result: 'declined' },
    { payment: { card: cards.asks, authentication: 'fail' as const }, result: 'authentication_failed' },
    { payment: { card: cards.asks }, result: 'action_required' },
    { payment: { card: cards.asks, authentication: 'succeed' as const }, result: 'captured' },
    { payment: { card: cards.pays }, result: 'captured' },
  );

  test('payments: whatever is tried, the balance is due until an attempt is captured, and all are kept', async (context) => {
    const sale = fc.record({ subtotal: fc.integer({ min: 70, max: 1e9 }), tax: fc.integer({ min: 0, max: 1e8 }) });
    const property = fc.asyncProperty(sale, fc.array(attempt, { maxLength: 5 }), async (sold, attempts) => {
      const account = target.newAccount();
      const { owe, pay, read } = await buyer(context, account);
      const id = await owe(sold);
      const total = String(sold.subtotal + sold.tax);
      const expected: string[] = [];
      for (const { payment, result } of attempts) {
        const { status, details, payments } = await pay(id, payment);
        // Another attempt ends one that waits for the buyer.
        if (expected[0] === 'action_required') expected[0] = 'dropped';
        expected.unshift(result);
        const isPaid = result === 'captured';
        expect(statusesOf(await read(id))).toEqual(expected);
        expect({ status, balance: details.totals.balance }).toEqual({
          status: isPaid ? 'completed' : 'ready',
          balance: isPaid ? '0' : total,
        });
        expect(payments.every(({ amount }) => amount === total)).toBe(true);
        expect(new Set(payments.map((each) => each.payment_attempt_id)).size).toBe(payments.length);
        if (isPaid) break;
      }
    });
    await assertProperty(property, 15);
  });

  test('payments: a challenge is passed or failed later, in the same attempt', async (context) => {
    const account = target.newAccount();
    const { owe, pay } = await buyer(context, account);
    for (const [authentication, result, status] of [
      ['succeed', 'captured', 'completed'],
      ['fail', 'authentication_failed', 'ready'],
    ] as const) {
      const id = await owe();
      const open = await pay(id, { card: cards.asks });
      expect([open.status, ...statusesOf(open)]).toEqual(['ready', 'action_required']);
      expect(open.payments[0]?.captured_at).toBeNull();
      const ended = await pay(id, { authentication });
      expect([ended.status, ...statusesOf(ended)]).toEqual([status, result]);
      expect(ended.payments[0]?.payment_attempt_id).toBe(open.payments[0]?.payment_attempt_id);
    }
  });

  test('payment-completion: fee, earnings, payout and invoice number are known when it is completed, as recorded', async (context) => {
    const account = target.newAccount();
    const { owe, pay } = await buyer(context, account);
    const recorded = [
      [1000, 270, '114', '886'],
      [10000, 2700, '685', '9315'],
      [833, 167, '100', '733'],
      [417, 83, '75', '342'],
    ] as const;
    const numbers = [];
    for (const [subtotal, tax, fee, earnings] of recorded) {
      const { details, invoice_number, billed_at } = await pay(await owe({ subtotal, tax }), { card: cards.pays });
      const settled = { subtotal: String(subtotal), tax: String(tax), total: String(subtotal + tax), fee, earnings };
      expect(details.totals).toMatchObject(settled);
      expect(details.adjusted_totals).toMatchObject(settled);
      expect(details.payout_totals).toMatchObject({ ...settled, fee_rate: '0.05', exchange_rate: '1' });
      expect(details.adjusted_payout_totals).toMatchObject(settled);
      expect(billed_at).not.toBeNull();
      numbers.push(invoice_number);
    }
    for (const number of numbers) expect(number).toMatch(/^\d+-\d+$/);
  });

  test('payment-completion: it is paid first, and settled and numbered then', async (context) => {
    const account = target.newAccount();
    const { owe, pay, read, customer_id } = await buyer(context, account);
    const newest = await newestEvent(account);
    const id = await owe();
    await pay(id, { card: cards.pays, save: true });
    const events = await eventsOf(account, newest);
    const order = [
      ['transaction.updated', 'paid'],
      ['transaction.paid', 'paid'],
      ['payment_method.saved', undefined],
      ['subscription.created', 'active'],
      ['subscription.activated', 'active'],
      ['transaction.updated', 'paid'],
      ['transaction.updated', 'completed'],
      ['transaction.completed', 'completed'],
    ];
    const listed = ['subscription.created', 'transaction.updated', 'transaction.completed'];
    expect(events.map(({ event_type, data }) => [event_type, data['status']])).toEqual(
      order.filter(([type]) => all || listed.includes(type ?? '')),
    );
    const paid = events[0]?.data;
    expect(paid).toMatchObject({
      customer_id,
      invoice_number: null,
      details: { totals: { balance: '0', fee: null, earnings: null }, payout_totals: null },
      payments: [{ status: 'captured' }],
    });
    expect(events.at(-1)?.data).toEqual(await read(id));
  });

  test('payment-failure: a declined payment is one event, and changes nothing but the attempts', async (context) => {
    const account = target.newAccount();
    const { owe, pay, read } = await buyer(context, account);
    const id = await owe();
    const before = await read(id);
    const newest = await newestEvent(account);
    const failed = await pay(id, { card: cards.declined });
    expect(failed).toEqual({ ...before, payments: failed.payments, updated_at: failed.updated_at });
    expect(statusesOf(failed)).toEqual(['declined']);
    expect(failed.payments[0]).toMatchObject({ status: 'error', captured_at: null });
    expect((await eventsOf(account, newest)).map(({ event_type, data }) => [event_type, data])).toEqual([
      ['transaction.payment_failed', failed],
    ]);
  });

  test('saved-cards: a card is saved on demand, if it paid, and pays again', async (context) => {
    const account = target.newAccount();
    const { owe, pay, customer_id, address } = await buyer(context, account);
    const saved = async () => (await account.call('listCustomerPaymentMethods', { path: { customer_id } })).data;
    await pay(await owe(), { card: cards.pays });
    const id = await owe();
    await pay(id, { card: cards.declined, save: true });
    expect(await saved()).toEqual([]);
    const { payments } = await pay(id, { card: cards.pays, save: true });
    const [method, ...others] = await saved();
    expect(others).toEqual([]);
    expect(method).toMatchObject({
      id: payments[0]?.payment_method_id,
      address_id: address.id,
      card: { last4: '4242' },
    });
    const again = await pay(await owe(), { payment_method_id: method?.id ?? '' });
    expect(statusesOf(again)).toEqual(['captured']);
    expect(again.payments[0]).toMatchObject({ payment_method_id: method?.id, method_details: { card: method?.card } });
  });

  test('saved-cards: one test card fails once it is saved', async (context) => {
    const account = target.newAccount();
    const { owe, pay } = await buyer(context, account);
    const { payments } = await pay(await owe(), { card: cards.failsLater, save: true });
    const failed = await pay(await owe(), { payment_method_id: payments[0]?.payment_method_id ?? '' });
    expect([failed.status, ...statusesOf(failed)]).toEqual(['ready', 'authentication_failed']);
  });

  test('saved-cards: a card fails after the month of its expiry', async (context) => {
    const account = target.newAccount();
    const clock = await stoppedClock(account, context);
    const { owe, pay } = await buyer(context, account);
    const expiry = `08/${startOfTime.slice(0, 4)}`;
    const { payments } = await pay(await owe(), { card: cards.pays, expiry, save: true });
    const payment = { payment_method_id: payments[0]?.payment_method_id ?? '' };
    await clock.advance(account, { days: 61 });
    expect(statusesOf(await pay(await owe(), payment))).toEqual(['captured']);
    await clock.advance(account, { days: 1 });
    expect(statusesOf(await pay(await owe(), payment))).toEqual(['expired_card']);
  });
});
