import { expect, test } from 'vitest';
import { startTarget } from '../../targets/start-target.ts';
import { createContext } from './experiment-context.ts';
import { measureOrders } from './measure-orders.ts';

/** Starts a mock, measures the orders of its lists, and returns them by list. */
async function measured(ask: (path: string) => string = (path) => path): Promise<Map<string, string | null>> {
  const target = await startTarget('mock:official', { seed: 1, unchecked: true });
  try {
    const { newAccount, can, freshEmail } = target;
    const account = newAccount();
    const request: typeof account.request = (method, path, parts) =>
      account.request(method, method === 'GET' ? ask(path) : path, parts);
    const orders = await measureOrders(createContext({ account: { ...account, request }, can, freshEmail }));
    return new Map(orders.map(({ list, value }) => [list, value]));
  } finally {
    await target.close();
  }
}

test('the order of each list that can be filled is found', async () => {
  const orders = await measured();
  expect(Object.fromEntries(orders)).toEqual({
    ...{ customers: 'newest first', addresses: 'newest first', businesses: 'newest first' },
    ...{ products: 'newest first', prices: 'newest first', transactions: 'newest first' },
    ...{ discounts: 'oldest first', 'discount-groups': 'oldest first' },
    ...{ 'notification-settings': 'newest first', events: 'newest first' },
    ...{ 'client-tokens': 'newest first', simulations: 'newest first' },
    // A second report is refused while an equal one is pending.
    reports: null,
    // No operation of the API alone fills these.
    ...{ adjustments: null, notifications: null, 'payment-methods': null, subscriptions: null },
    ...{ 'api-keys': null, 'checkout-domains': null, verifications: null },
  });
});

test('a target with the opposite order is found out', async () => {
  const orders = await measured((path) => `${path}&order_by=id[ASC]`);
  expect(orders.get('customers')).toBe('oldest first');
  expect(orders.get('prices')).toBe('oldest first');
});
