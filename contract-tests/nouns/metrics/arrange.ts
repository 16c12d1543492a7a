import type { PaddleEvent } from '../../contract/operations.ts';
import type { TestContext } from '../../suite/laws.ts';
import { cards } from '../payments/arrange.ts';
import { createBuyer, createPrice, createTransaction, itemOf, soldTo } from '../transactions/arrange.ts';

/** First day of the series, and the day before which they end. */
export const range = { from: '2026-07-01', to: '2026-09-15' };

/** Opens an account whose clock stands at noon of the first day, and says how to sell in it. */
export async function seller({ target, skip }: TestContext) {
  const clock = target.can.clock ?? skip('the clock of the target cannot be moved');
  const pay = target.can.pay ?? skip('transactions of the target cannot be paid');
  const account = target.newAccount();
  await clock.set(account, { now: `${range.from}T12:00:00Z`, frozen: true });
  /** Sells something for an amount in cents, once or by a cycle, and returns the transaction. */
  const sell = async (amount: number, fields: object = {}) => {
    const unit_price = { amount: String(amount), currency_code: 'USD' };
    const items = [itemOf(await createPrice(account, { unit_price, tax_mode: 'external', ...fields }), 2)];
    const buyer = await createBuyer(account, { country_code: 'US', region: 'NY', postal_code: '10021' });
    const { id } = await createTransaction(account, { items, ...soldTo(buyer) });
    await pay(account, id, { card: cards.pays });
    return (await account.call('getTransaction', { path: { transaction_id: id } })).data;
  };
  return { account, clock, sell };
}

/** The days of a range. */
export function daysOf({ from, to } = range): string[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const count = (last - first) / 86_400_000;
  return Array.from({ length: count }, (_, index) => new Date(first + index * 86_400_000).toISOString().slice(0, 10));
}

/** Events of one day, such as `2026-07-01`. */
export function ofDay(events: readonly PaddleEvent[], day: string): PaddleEvent[] {
  return events.filter(({ occurred_at }) => occurred_at.startsWith(day));
}
