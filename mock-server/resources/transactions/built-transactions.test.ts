import { expect, test } from 'vitest';
import {
  buildAddress,
  buildBusiness,
  buildCustomer,
  buildDiscount,
  buildSubscription,
  buildTransaction,
} from '#fixtures/index.ts';
import { payoutOf } from '../../account/settings.ts';
import { openAccounts } from '../../testing/open-accounts.ts';
import { soldItems, transactionFor } from '../subscriptions/bill.ts';
import type { Subscription } from '../subscriptions/kind.ts';
import type { Transaction } from './kind.ts';
import { complete, pay } from './transitions.ts';

const unnamed = ({ line_items, ...sums }: Transaction['details']) => ({
  ...sums,
  line_items: line_items.map(({ id: _, ...line }) => line),
});

/** Some with discounts, and three whose business pays the tax itself. */
const seeds = [...Array(25).keys(), 97, 118, 154];
const statuses = ['ready', 'billed', 'paid', 'completed'] as const;
const cases = statuses.flatMap((status) => (['guide', 'official'] as const).map((name) => [status, name] as const));

test.each(cases)(
  'a built transaction that is %s, of the profile %s, has the details that the mock computes for its subscription',
  (status, name) => {
    const account = openAccounts({
      profile: name,
      clock: { now: '2026-07-01T00:00:00Z', frozen: true },
    }).accounts.default();
    let discounted = 0;
    for (const seed of seeds) {
      account.insertAll({
        customers: [buildCustomer({ seed })],
        addresses: [buildAddress({ seed, profile: name })],
        businesses: [buildBusiness({ seed, profile: name })],
        discounts: [buildDiscount({ seed, profile: name })],
      });
      const built: Transaction =
        name === 'guide' ? buildTransaction({ seed, status }) : buildTransaction({ seed, status, profile: name });
      const bought: Subscription = buildSubscription({ seed, profile: name });
      // A checkout has no discount yet.
      const subscription = status === 'ready' ? { ...bought, discount: null } : bought;
      const items = soldItems(subscription);
      const bill = transactionFor(subscription, { items, origin: built.origin, period: built.billing_period }, account);
      expect(unnamed(built.details), `seed ${seed}`).toEqual(unnamed(settled(bill, built).details));
      expect(built).toMatchObject({ discount_id: bill.discount_id, collection_mode: bill.collection_mode });
      if (built.discount_id !== null) discounted += 1;
    }
    expect(discounted > 0).toBe(status !== 'ready');

    function settled(bill: Transaction, { payments: [payment] }: Transaction): Transaction {
      if (status === 'paid' && payment) return pay(bill, payment, account.moment()).puts[0].entity;
      if (status !== 'completed') return bill;
      return complete(bill, '1-1', payment, account.moment(), payoutOf(account)).puts[0].entity;
    }
  },
);
