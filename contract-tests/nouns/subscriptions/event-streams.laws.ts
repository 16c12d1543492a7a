import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { beginLife, itemsOf } from './life.ts';

const firstEnd = '2026-02-28T10:00:00Z';
const trial_period = { interval: 'day', frequency: 14, requires_payment_method: true } as const;

/** The purchase of a customer who exists. */
const purchase = (status: string) => [
  'transaction.created draft',
  'transaction.updated ready',
  'transaction.ready ready',
  'transaction.updated paid',
  'transaction.paid paid',
  `subscription.created ${status}`,
  status === 'trialing' ? 'subscription.trialing trialing' : 'subscription.activated active',
  'transaction.updated paid',
  'transaction.updated completed',
  'transaction.completed completed',
];

/** A bill that is charged by itself and paid. */
const paidBill = [
  'transaction.created billed',
  'transaction.billed billed',
  'transaction.updated paid',
  'transaction.paid paid',
  'transaction.updated completed',
  'transaction.completed completed',
];

const failedBill = [
  'transaction.created billed',
  'transaction.billed billed',
  'transaction.payment_failed billed',
  'transaction.updated past_due',
  'transaction.past_due past_due',
];

export default laws(({ target, test }) => {
  test('subscription-streams: a first purchase', async (context) => {
    const { news, announced } = await beginLife(context);
    expect(await news()).toEqual(announced(purchase('active')));
  });

  test('subscription-streams: a trial, and its end', async (context) => {
    const { news, announced, until } = await beginLife(context, { price: { trial_period } });
    expect(await news()).toEqual(announced(purchase('trialing')));
    await until('2026-02-14T10:00:00Z');
    const ended = ['subscription.updated active', 'subscription.activated active'];
    expect(await news()).toEqual(announced([...ended, ...paidBill]));
  });

  test('subscription-streams: a renewal', async (context) => {
    const { news, announced, until } = await beginLife(context);
    await news();
    await until(firstEnd);
    expect(await news()).toEqual(announced(['subscription.updated active', ...paidBill]));
  });

  test('subscription-streams: a renewal that fails, and the recovery', async (context) => {
    const { news, announced, until, bills, pay } = await beginLife(context, { card: '4000 0027 6000 3184' });
    await news();
    await until(firstEnd);
    const pastDue = ['subscription.updated past_due', 'subscription.past_due past_due'];
    expect(await news()).toEqual(announced(['subscription.updated active', ...failedBill, ...pastDue]));
    const unpaid = (await bills()).at(-1);
    if (unpaid) await pay(unpaid);
    expect(await news()).toEqual(
      announced([
        'transaction.updated paid',
        'transaction.paid paid',
        'subscription.updated active',
        'subscription.activated active',
        'transaction.updated completed',
        'transaction.completed completed',
      ]),
    );
  });

  test('subscription-streams: a renewal that is never paid', async (context) => {
    const { news, announced, until } = await beginLife(context, { card: '4000 0027 6000 3184' });
    await until(firstEnd);
    await news();
    await until('2026-03-31T10:00:00Z');
    const retries = Array(7).fill('transaction.payment_failed past_due');
    const ended = (status: string) => [
      ...[`subscription.updated ${status}`, `subscription.${status} ${status}`],
      ...['transaction.updated canceled', 'transaction.canceled canceled'],
    ];
    const streams = {
      none: [],
      'then-cancel': [...retries, ...ended('canceled')],
      'then-pause': [...retries, ...ended('paused')],
    };
    expect(await news()).toEqual(announced(streams[target.behaviours.dunning]));
  });

  test('subscription-streams: an upgrade, and a downgrade', async (context) => {
    const { news, announced, read, update } = await beginLife(context, { quantity: 2 });
    const [item] = (await read()).items;
    if (!item) throw new Error('There is no item.');
    await news();
    const proration_billing_mode = 'prorated_immediately';
    await update({ items: itemsOf([item.price, 3]), proration_billing_mode });
    expect(await news()).toEqual(announced([...paidBill, 'subscription.updated active']));
    await update({ items: itemsOf([item.price, 1]), proration_billing_mode });
    const credited = [
      'transaction.created billed',
      'transaction.billed billed',
      'transaction.updated completed',
      'transaction.completed completed',
    ];
    expect(await news()).toEqual(announced([...credited, 'subscription.updated active']));
  });

  test('subscription-streams: a pause at once, and a resumption', async (context) => {
    const { news, announced, call, until } = await beginLife(context);
    await news();
    await call('pauseSubscription', { effective_from: 'immediately' });
    expect(await news()).toEqual(announced(['subscription.updated paused', 'subscription.paused paused']));
    await until('2026-02-10T10:00:00Z');
    await call('resumeSubscription', { effective_from: 'immediately' });
    const resumed = ['subscription.updated active', 'subscription.resumed active'];
    expect(await news()).toEqual(announced([...resumed, ...paidBill]));
  });

  test('subscription-streams: a pause and a cancellation at the end of the period', async (context) => {
    for (const [operation, status] of [
      ['pauseSubscription', 'paused'],
      ['cancelSubscription', 'canceled'],
    ] as const) {
      const { news, announced, call, until } = await beginLife(context);
      await news();
      await call(operation);
      expect(await news()).toEqual(announced(['subscription.updated active']));
      await until(firstEnd);
      expect(await news()).toEqual(announced([`subscription.updated ${status}`, `subscription.${status} ${status}`]));
    }
  });

  test('subscription-streams: a cancellation at once', async (context) => {
    const { news, announced, call } = await beginLife(context);
    await news();
    await call('cancelSubscription', { effective_from: 'immediately' });
    expect(await news()).toEqual(announced(['subscription.updated canceled', 'subscription.canceled canceled']));
  });

  test('subscription-streams: a charge now', async (context) => {
    const { news, announced, account, call } = await beginLife(context);
    const product = { name: 'Support', tax_category: 'standard' };
    const unit_price = { amount: '5000', currency_code: 'USD' };
    const items = [{ quantity: 1, price: { description: 'Support', product, unit_price } }];
    await news();
    const { status } = await call('createSubscriptionCharge', { effective_from: 'immediately', items });
    expect([status, account.target.name === '']).toEqual([201, false]);
    expect(await news()).toEqual(announced([...paidBill, 'subscription.updated active']));
  });
});
