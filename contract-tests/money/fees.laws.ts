import { expect } from '../law/expect.ts';
import {
  createBuyer,
  createTransaction,
  invoiced,
  readTransaction,
  soldTo,
  type Transaction,
} from '../nouns/transactions/arrange.ts';
import { laws, type TestContext } from '../suite/laws.ts';
import type { Account } from '../targets/account.ts';
import { type Place, places, stock } from './cart.ts';
import type { Sold } from './sums-of.ts';

/** A sale, its recorded total, fee and earnings. */
type Recorded = readonly [source: string, place: Place, line: Sold, total: string, fee: string, earnings: string];

const external = (amount: number, quantity = 1): Sold => ({ amount, quantity, tax_mode: 'external' });
const internal = (amount: number): Sold => ({ amount, quantity: 1, tax_mode: 'internal' });

const recorded: readonly Recorded[] = [
  ['websideproject/paddle-billing-client, in Hungary', places.budapest, external(10_000), '12700', '685', '9315'],
  ['websideproject/paddle-billing-client, with a tie', places.budapest, external(1000), '1270', '114', '886'],
  ['deanpcmad/paddle, in Great Britain', places.london, internal(500), '500', '75', '342'],
  ['deanpcmad/paddle, in Great Britain', places.london, internal(1000), '1000', '100', '733'],
  ['paddle-python-sdk, without tax', places.virginia, external(40_000), '40000', '2050', '37950'],
];

export default laws(({ target, test }) => {
  const place = ({ address }: Place) => ({ ...address, region: 'Any', city: 'Anywhere', first_line: '1 Main Street' });

  async function sell(account: Account, where: Place, lines: readonly Sold[], fields: object = {}) {
    const buyer = await createBuyer(account, place(where));
    const stocked = await stock(account, { lines, discount: null });
    return createTransaction(account, { ...stocked, ...soldTo(buyer), ...fields });
  }

  async function pay(account: Account, { id }: Transaction, skip: TestContext['skip']): Promise<Transaction> {
    const charge = target.can.pay ?? skip('nothing can be paid on the target');
    await charge(account, id, { card: '4242 4242 4242 4242' });
    return readTransaction(account, { id });
  }

  for (const [source, where, line, total, fee, earnings] of recorded)
    test(`money-fees: the fee of ${total} in ${source}, is ${fee}`, async ({ skip }) => {
      const account = target.newAccount();
      const sold = await sell(account, where, [line]);
      expect(sold.details.totals).toMatchObject({ total, fee: null, earnings: null, balance: total });
      const { details } = await pay(account, sold, skip);
      const settled = { total, fee, earnings, grand_total: total, balance: '0' };
      expect(details.totals).toMatchObject(settled);
      expect(details.adjusted_totals).toMatchObject({ total, fee, earnings, retained_fee: '0' });
      expect(details.payout_totals).toMatchObject({ ...settled, exchange_rate: '1', fee_rate: '0.05' });
      expect(details.adjusted_payout_totals).toMatchObject({ total, fee, earnings, exchange_rate: '1' });
    });

  // PaddleHQ/paddle-openapi 2024-02-16, list of events.
  test('money-fees: the recorded fee of a transaction of three lines is of their total with tax', async ({ skip }) => {
    const account = target.newAccount();
    const lines = [external(3000, 10), external(10_000), external(19_900)];
    const { details } = await pay(account, await sell(account, places.newYork, lines), skip);
    expect(details.totals).toMatchObject({ total: '65215', tax: '5315', fee: '3311', earnings: '56589' });
  });

  // websideproject/paddle-billing-client: 44 of an invoice of 1270.
  test('money-fees: an invoice costs 3.5 %', async ({ skip }) => {
    const account = target.newAccount();
    const terms = { ...invoiced.billing_details, enable_checkout: true };
    const fields = { ...invoiced, billing_details: terms, status: 'billed' };
    const { details } = await pay(account, await sell(account, places.budapest, [external(1000)], fields), skip);
    expect(details.totals).toMatchObject({ total: '1270', fee: '44', earnings: '956' });
    expect(details.payout_totals).toMatchObject({ fee: '44', fee_rate: '0.035' });
  });

  test('money-payouts: a sale in another currency is paid out at one rate, and adds up', async ({ skip }) => {
    const account = target.newAccount();
    const fields = { currency_code: 'GBP' };
    const { details } = await pay(account, await sell(account, places.london, [external(12_345, 3)], fields), skip);
    const { totals, payout_totals: payout } = details;
    if (!payout) throw new Error('A completed transaction has no payout.');
    expect([totals.currency_code, payout.currency_code]).toEqual(['GBP', 'USD']);
    const rate = Number(payout.exchange_rate);
    expect(rate).not.toBe(1);
    const nearly = (amount: string, exact: number) => expect(Math.abs(Number(amount) - exact)).toBeLessThanOrEqual(1);
    nearly(payout.total, Number(totals.total) * rate);
    nearly(payout.fee, Number(totals.fee) * rate);
    expect(Number(payout.tax)).toBe(Math.floor(Number(totals.tax) * rate));
    expect(Number(totals.fee)).toBe(Math.round(Number(totals.total) * 0.05) + Math.floor(50 / rate));
    expect(Number(payout.subtotal)).toBe(Number(payout.total) - Number(payout.tax));
    expect(Number(payout.earnings)).toBe(Number(payout.subtotal) - Number(payout.fee));
  });

  test('money-adjusted: adjustments take their sums and their share of the fee off what is left', async ({ skip }) => {
    const account = target.newAccount();
    const sold = await pay(account, await sell(account, places.newYork, [external(3000, 10)]), skip);
    const [line] = sold.details.line_items;
    const items = [{ item_id: `${line?.id}`, type: 'partial', amount: '100' }];
    const body = { action: 'refund', transaction_id: sold.id, reason: 'error', items };
    const refund = (await account.call('createAdjustment', { body })).data;
    // Recorded in PaddleHQ/paddle-openapi 2024-02-16: 92 and 8 of tax, with a fee of 5.
    expect(refund.totals).toMatchObject({ subtotal: '92', tax: '8', total: '100', fee: '5', earnings: '87' });
    const clock = target.can.clock ?? skip('time cannot be advanced');
    await clock.advance(account, { minutes: 11 });
    const { details } = await readTransaction(account, sold);
    expect(details.totals).toEqual(sold.details.totals);
    const less = (name: 'subtotal' | 'tax' | 'total' | 'fee' | 'earnings') =>
      String(BigInt(sold.details.totals[name] ?? 0) - BigInt(refund.totals[name]));
    expect(details.adjusted_totals).toMatchObject({
      ...{ subtotal: less('subtotal'), tax: less('tax'), total: less('total') },
      ...{ fee: less('fee'), earnings: less('earnings') },
    });
    const over = [{ item_id: `${line?.id}`, type: 'partial', amount: '32563' }];
    const refusal = await account.refusal('createAdjustment', { body: { ...body, items: over } });
    expect(refusal.status).toBe(400);
  });
});
