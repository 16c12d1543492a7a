import fc, { type Arbitrary } from 'fast-check';
import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { expect } from '../../law/expect.ts';
import { anyOne, pick } from '../../lifecycles/move.ts';
import { transactionOf } from '../../nouns/transactions/arbitrary.ts';
import { invoiced, itemOf, soldTo } from '../../nouns/transactions/arrange.ts';
import type { Account } from '../../targets/account.ts';
import type { Target } from '../../targets/target.ts';
import {
  approve,
  type Books,
  bill,
  cancel,
  dueOf,
  opened,
  pay,
  refundable,
  type Sale,
  unit,
  waive,
  withSale,
} from './model.ts';

/** A customer in Hungary, what they buy, and what the target can do. */
export type Shop = {
  readonly account: Account;
  readonly buyer: Parameters<typeof soldTo>[0];
  readonly price: { readonly id: string };
  readonly can: Required<Pick<Target['can'], 'pay' | 'seed' | 'clock'>>;
};

/** An action of the seller or the customer. It returns the books afterwards, also of one that has to be refused. */
export type Act = { readonly text: string; act(books: Books, shop: Shop): Promise<Books> };

const cards = { good: '4242 4242 4242 4242', bad: '4000 0000 0000 0002' };
const quantity = fc.integer({ min: 1, max: 5 });
const amount = fc.integer({ min: 1, max: 3 * unit });

const sell: Arbitrary<Act> = quantity.map((count) => ({
  text: `sell(${count})`,
  act: async (books, shop) => withSale(books, await create(shop, 'automatic', count)),
}));

const invoice: Arbitrary<Act> = quantity.map((count) => ({
  text: `invoice(${count})`,
  act: async (books, shop) => bill(books, await create(shop, 'manual', count)),
}));

/** Completes a sale of less than nothing, as a change to a smaller plan makes it. */
const give: Arbitrary<Act> = quantity.map((count) => ({
  text: `give(${count})`,
  async act(books, { account, buyer, can }) {
    const { contract } = account.target;
    const { id, customer_id } = buyer.address;
    const example = transactionOf(contract, { id, customer_id });
    const gift = { ...example, ...negative(example, count * 1000, count * 270) };
    await can.seed(account, { transactions: [gift] });
    await can.pay(account, gift.id, { card: cards.good });
    return pay(books, opened(gift.id, '', 'automatic', -count * unit));
  },
}));

const settle: Arbitrary<Act> = fc.tuple(anyOne, fc.constantFrom('good', 'bad')).map(([which, card]) => ({
  text: `pay(${which}, ${card})`,
  async act(books, { account, can }) {
    const sale = pick(books.sales, which);
    if (!sale) return books;
    const isOpen = sale.status === 'ready' || sale.status === 'billed';
    const paying = can.pay(account, sale.id, { card: cards[card] });
    if (!isOpen) {
      await expect(paying).rejects.toThrow();
      return books;
    }
    await paying;
    return card === 'good' ? pay(books, sale) : declined(books, sale);
  },
}));

const void_: Arbitrary<Act> = anyOne.map((which) => ({
  text: `cancel(${which})`,
  async act(books, { account }) {
    const sale = pick(books.sales, which);
    if (!sale) return books;
    const isOpen = sale.status === 'ready' || sale.status === 'billed';
    const body = { status: 'canceled' };
    const { status } = await account.send('updateTransaction', { path: { transaction_id: sale.id }, body });
    expect(status).toBe(isOpen ? 200 : 400);
    return isOpen ? cancel(books, sale) : books;
  },
}));

/** Refunds a part, or all that is left. */
const refund: Arbitrary<Act> = fc.tuple(anyOne, fc.option(amount)).map(([which, part]) => ({
  text: `refund(${which}, ${part})`,
  async act(books, { account }) {
    const sale = pick(books.sales, which);
    if (!sale || sale.total < 0) return books;
    const left = refundable(sale);
    const asked = part ?? left;
    const isAllowed = asked > 0 && asked <= left;
    expect(await adjust(account, 'refund', sale, part)).toBe(isAllowed ? 201 : 400);
    return isAllowed ? withSale(books, { ...sale, pending: asked }) : books;
  },
}));

/** Waives a part of an invoice, or all that is due. */
const credit: Arbitrary<Act> = fc.tuple(anyOne, fc.option(amount)).map(([which, part]) => ({
  text: `credit(${which}, ${part})`,
  async act(books, { account }) {
    const sale = pick(books.sales, which);
    if (!sale || sale.total < 0) return books;
    const asked = part ?? dueOf(sale);
    const isAllowed = sale.mode === 'manual' && sale.status === 'billed' && asked <= dueOf(sale);
    expect(await adjust(account, 'credit', sale, part)).toBe(isAllowed ? 201 : 400);
    return isAllowed ? waive(books, sale, asked) : books;
  },
}));

const wait: Arbitrary<Act> = fc.constant({
  text: 'wait for approvals',
  async act(books, { account, can }) {
    await can.clock.advance(account, { minutes: 10 });
    return approve(books);
  },
});

export const acts: readonly Arbitrary<Act>[] = [
  sell,
  invoice,
  give,
  settle,
  settle,
  void_,
  refund,
  refund,
  credit,
  wait,
];

async function create({ account, buyer, price }: Shop, mode: Sale['mode'], count: number): Promise<Sale> {
  const terms = { ...invoiced, billing_details: { ...invoiced.billing_details, enable_checkout: true } };
  const manual = mode === 'manual' ? { ...terms, status: 'billed' } : {};
  const body = { items: [itemOf(price, count)], ...soldTo(buyer), ...manual };
  const { id, details } = (await account.call('createTransaction', { body })).data;
  return opened(id, `${details.line_items[0]?.id}`, mode, count * unit);
}

/** A declined payment leaves the credit with the sale, and takes nothing. */
function declined(books: Books, sale: Sale): Books {
  if (sale.status !== 'ready' || sale.total < 0) return books;
  return withSale(books, { ...sale, credit: Math.min(books.credit.available, sale.total) });
}

async function adjust(account: Account, action: string, { id, line }: Sale, part: number | null): Promise<number> {
  const whole = { type: 'full', items: null };
  const items = part === null ? whole : { items: [{ item_id: line, type: 'partial', amount: String(part) }] };
  const body = { action, transaction_id: id, reason: 'error', ...items };
  return (await account.send('createAdjustment', { body })).status;
}

/** Fields of a sale of less than nothing that waits for its completion. */
function negative({ details }: JsonObject, subtotal: number, tax: number): JsonObject {
  const [lines] = isObject(details) && Array.isArray(details['line_items']) ? [details['line_items']] : [[]];
  const sum = subtotal + tax;
  const totals = { subtotal: `-${subtotal}`, discount: '0', tax: `-${tax}`, total: `-${sum}` };
  const nothing = { balance: '0', grand_total: '0', grand_total_tax: '0' };
  const unearned = { fee: null, earnings: null, currency_code: 'USD' };
  const { discount: _, ...adjusted } = totals;
  return {
    ...{ status: 'ready', invoice_number: null, billed_at: null, billing_period: null, payments: [] },
    details: {
      tax_rates_used: [{ tax_rate: '0.27', totals }],
      totals: { ...totals, credit: '0', credit_to_balance: String(sum), ...nothing, ...unearned },
      adjusted_totals: {
        ...{ ...adjusted, grand_total: '0', grand_total_tax: '0' },
        ...{ fee: '0', retained_fee: '0', earnings: '0', currency_code: 'USD' },
      },
      payout_totals: null,
      adjusted_payout_totals: null,
      line_items: lines.map((line) => (isObject(line) ? { ...line, unit_totals: totals, totals } : line)),
    },
  };
}
