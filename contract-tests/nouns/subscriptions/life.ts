import type { OperationId } from '../../contract/operations.ts';
import type { TestContext } from '../../suite/laws.ts';
import type { Payment, Purchase } from '../../targets/target.ts';
import { eventsOf, newestEvent } from '../events/arrange.ts';
import { createBuyer, itemOf, soldTo } from '../transactions/arrange.ts';

/** The last day of a month, on which most lives begin. */
export const birthday = '2026-01-31T10:00:00Z';

/** A monthly price of 20 dollars, without tax. */
export const monthly = {
  description: 'Pro by the month',
  product: { name: 'ChatApp Pro', tax_category: 'standard' },
  unit_price: { amount: '2000', currency_code: 'USD' },
  billing_cycle: { interval: 'month', frequency: 1 },
  tax_mode: 'external',
} as const;

/** A price of 50 dollars that is charged once. */
export const setup = {
  description: 'Setup',
  product: monthly.product,
  unit_price: { amount: '5000', currency_code: 'USD' },
  tax_mode: 'external',
} as const;

/** A purchase, with one item of a price by default. */
export type Bought = Partial<Purchase> & {
  /** Fields of the price that differ from a monthly one. */
  readonly price?: object;
  readonly quantity?: number;
  /** Place of the buyer; by default one without tax. */
  readonly place?: object;
};

/**
 * Opens an account with a stopped clock and a subscription of a new buyer.
 *
 * @param start time of the purchase
 */
export async function beginLife(context: TestContext, bought: Bought = {}, start = birthday) {
  const { target, skip } = context;
  const subscribe = target.can.subscribe ?? skip('subscriptions of the target cannot be bought in one call');
  const clock = target.can.clock ?? skip('the clock of the target cannot be moved');
  const pay = target.can.pay ?? skip('transactions of the target cannot be paid');
  const account = target.newAccount();
  await clock.set(account, { now: start, frozen: true });
  const { price, quantity = 1, place, ...purchase } = bought;
  const buyer = await createBuyer(account, place);
  const items = [{ price: { ...monthly, ...price }, quantity }];
  let now = Date.parse(start);
  let newest = await newestEvent(account);
  const listed = new Set<string>((await account.call('listEventTypes')).data.map(({ name }) => name));
  const { id, transaction_id } = await subscribe(account, { items, ...soldTo(buyer), ...purchase });
  const path = { subscription_id: id };
  const call = async (operation: OperationId, body?: object) =>
    account.send(operation, { path, ...(body && { body }) });
  return {
    ...{ account, buyer, id, transaction_id, path, call },
    read: async () => (await account.call('getSubscription', { path })).data,
    next: async () =>
      (
        await account.call('getSubscription', {
          path,
          query: { include: ['next_transaction', 'recurring_transaction_details'] },
        })
      ).data,
    /** Returns the bills, oldest first. */
    bills: async () =>
      (await account.call('listTransactions', { query: { ...path, order_by: 'id[ASC]', per_page: 30 } })).data,
    update: async (body: object) => (await account.call('updateSubscription', { path, body })).data,
    refusal: (operation: OperationId, body?: object) => account.refusal(operation, { path, ...(body && { body }) }),
    /** Pays a transaction, with a card that pays by default. */
    pay: (transaction: { id: string }, payment: Payment = { card: '4242 4242 4242 4242' }) =>
      pay(account, transaction.id, payment),
    /** Moves the clock to a time. */
    until: async (time: string) => {
      await clock.advance(account, { milliseconds: Date.parse(time) - now });
      now = Date.parse(time);
    },
    credit: async () =>
      (await account.call('listCreditBalances', { path: { customer_id: buyer.customer.id } })).data[0]?.balance,
    /** Returns type and status of each event since the last call, or since the purchase began. */
    news: async () => {
      const events = await eventsOf(account, newest);
      newest = events.at(-1)?.event_id ?? newest;
      return events
        .filter(({ event_type }) => !/^(price|product)\./.test(event_type))
        .map(({ event_type, data }) => `${event_type} ${data['status']}`);
    },
    /** Leaves the events that the target announces. */
    announced: (types: readonly string[]) => types.filter((text) => listed.has(text.split(' ')[0] ?? '')),
  };
}

/** Creates what replaces the items of a subscription: a price that it has, or another, and a quantity. */
export const itemsOf = (...items: readonly [{ id: string }, number][]) =>
  items.map(([price, quantity]) => itemOf(price, quantity));
