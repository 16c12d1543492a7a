import fc from 'fast-check';
import { assertProperty } from '../law/assert-property.ts';
import { expect } from '../law/expect.ts';
import { createBuyer, createTransaction, soldTo } from '../nouns/transactions/arrange.ts';
import { laws } from '../suite/laws.ts';
import type { Account } from '../targets/account.ts';
import { type Cart, cart, places, stock } from './cart.ts';
import { addUp, type Sold, type Sums, sumsOf } from './sums-of.ts';

/** Lines, as previews and transactions have them. */
type Lines = readonly { readonly tax_rate: string; readonly unit_totals: Sums; readonly totals: Sums }[];

function expectLines(lines: Lines, { lines: sold, place, discount }: Cart): void {
  const off = discount ?? undefined;
  expect(lines.map(({ totals }) => totals)).toEqual(sold.map((line) => sumsOf(line, place.rate, off)));
  const units = sold.map((line) => sumsOf({ ...line, quantity: 1 }, place.rate, off));
  expect(lines.map((line) => line.unit_totals)).toEqual(units);
  expect(lines.map((line) => line.tax_rate)).toEqual(sold.map(() => place.rate));
}

export default laws(({ target, test }) => {
  const external = (amount: number, quantity = 1): Sold => ({ amount, quantity, tax_mode: 'external' });
  const internal = (amount: number, quantity = 1): Sold => ({ ...external(amount, quantity), tax_mode: 'internal' });
  const previewOf = async (account: Account, sold: Cart) => {
    const body = { ...(await stock(account, sold)), address: sold.place.address };
    return (await account.call('previewPrices', { body })).data;
  };

  test('money-lines: lines and units of any cart are rounded each by themselves', async () => {
    const account = target.newAccount();
    const property = fc.asyncProperty(cart, async (sold) => {
      expectLines((await previewOf(account, sold)).details.line_items, sold);
    });
    await assertProperty(property);
  });

  // Recorded lines: PaddleHQ/paddle-openapi of 2024-02-16 and 2024-05-14, and paddle-python-sdk.
  for (const [name, place, lines, expected] of [
    [
      'with ties of totals that go down',
      places.newYork,
      [external(10_000), external(3000, 10), external(3000, 50), external(50_000)],
      ['887', '2662', '13312', '4437'],
    ],
    [
      'with units that do not multiply to their line',
      places.london,
      [internal(4000, 5), internal(3000, 10)],
      ['3333', '5000'],
    ],
    ['with tax in the price', places.london, [internal(1000), internal(500), internal(1000, 2)], ['167', '83', '333']],
    ['in Hungary', places.budapest, [external(1000, 2), external(10_000)], ['540', '2700']],
  ] as const)
    test(`money-lines: recorded taxes of lines ${name}`, async () => {
      const sold = { lines, place, discount: null };
      const { line_items } = (await previewOf(target.newAccount(), sold)).details;
      expect(line_items.map(({ totals }) => totals.tax)).toEqual(expected);
      expectLines(line_items, sold);
    });

  // PaddleHQ/paddle-openapi 2024-05-14: ten percent off 50 x 50000, 300000 and 19900 in New York.
  test('money-discounts: tax is of what a recorded discount leaves', async () => {
    const lines = [external(50_000, 50), external(300_000), external(19_900)];
    const sold = { lines, place: places.newYork, discount: { type: 'percentage', amount: '10' } } as const;
    const { line_items } = (await previewOf(target.newAccount(), sold)).details;
    expect(line_items.map(({ totals }) => [totals.discount, totals.tax, totals.total])).toEqual([
      ['250000', '199687', '2449687'],
      ['30000', '23962', '293962'],
      ['1990', '1590', '19500'],
    ]);
    expect(line_items.map((line) => line.unit_totals.tax)).toEqual(['3994', '23962', '1590']);
  });

  test('money-discounts: one of 100 % leaves nothing to pay and no tax', async () => {
    const lines = [external(999, 3), internal(999), internal(1000)];
    const sold = { lines, place: places.london, discount: { type: 'percentage', amount: '100' } } as const;
    const { line_items } = (await previewOf(target.newAccount(), sold)).details;
    for (const { totals } of line_items)
      expect(totals).toMatchObject({ discount: totals.subtotal, tax: '0', total: '0' });
  });

  // Published: 10 items at 10 dollars, less 5 dollars for each, cost 50.
  test('money-discounts: a flat one per seat counts for each unit, and never exceeds the price', async () => {
    const account = target.newAccount();
    for (const [amount, total] of [
      ['500', '5000'],
      ['1500', '0'],
    ] as const) {
      const discount = { type: 'flat_per_seat', amount } as const;
      const sold = { lines: [external(1000, 10)], place: places.virginia, discount };
      const [line] = (await previewOf(account, sold)).details.line_items;
      expect(line?.totals.total).toBe(total);
    }
  });

  test('money-discounts: a flat one is taken off once, and never exceeds what is sold', async () => {
    const account = target.newAccount();
    const lines = [external(1000, 2), external(2000), external(999)];
    const { items, currency_code } = await stock(account, { lines, discount: null });
    for (const [amount, expected] of [
      ['1000', 1000n],
      ['9999', 4999n],
    ] as const) {
      const body = { description: 'Less', type: 'flat', amount, currency_code };
      const { id } = (await account.call('createDiscount', { body })).data;
      const preview = { items, currency_code, discount_id: id, address: places.virginia.address };
      const { line_items } = (await account.call('previewPrices', { body: preview })).data.details;
      const shares = line_items.map(({ totals }) => BigInt(totals.discount));
      expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(expected);
      expect(line_items.filter(({ totals }) => BigInt(totals.total) < 0n)).toEqual([]);
    }
  });

  test('money-previews: both previews have the lines of the transaction that is then created', async () => {
    const account = target.newAccount();
    const property = fc.asyncProperty(cart, async (sold) => {
      const { address, customer } = await createBuyer(account, {
        ...sold.place.address,
        region: 'NY',
        city: 'Anywhere',
      });
      const request = { ...(await stock(account, sold)), ...soldTo({ address, customer }) };
      const total = BigInt(
        addUp(sold.lines.map((line) => sumsOf(line, sold.place.rate, sold.discount ?? undefined))).total,
      );
      fc.pre(total === 0n || total >= 70n);
      const prices = (await account.call('previewPrices', { body: request })).data;
      const preview = (await account.call('previewTransaction', { body: request })).data;
      const created = await createTransaction(account, request);
      expectLines(created.details.line_items, sold);
      expect(created.details.totals).toMatchObject(addUp(created.details.line_items.map(({ totals }) => totals)));
      expect(preview.details.totals).toEqual(created.details.totals);
      const plain = (lines: Lines) =>
        lines.map(({ tax_rate, unit_totals, totals }) => ({ tax_rate, unit_totals, totals }));
      expect(plain(preview.details.line_items)).toEqual(plain(created.details.line_items));
      expect(plain(prices.details.line_items)).toEqual(plain(created.details.line_items));
    });
    await assertProperty(property, 10);
  });

  // PaddleHQ/paddle-openapi 2024-02-16, list of events: the tax of the sum would be 5316.
  test('money-previews: the totals of a recorded transaction are sums of its lines', async () => {
    const account = target.newAccount();
    const buyer = await createBuyer(account, { ...places.newYork.address, region: 'NY', city: 'New York' });
    const lines = [external(3000, 10), external(10_000), external(19_900)];
    const body = { ...(await stock(account, { lines, discount: null })), ...soldTo(buyer) };
    const sums = { subtotal: '59900', discount: '0', tax: '5315', total: '65215' };
    const { details } = await createTransaction(account, body);
    expect(details.totals).toMatchObject({ ...sums, grand_total: '65215', grand_total_tax: '5315', balance: '65215' });
    expect(details.tax_rates_used).toEqual([{ tax_rate: '0.08875', totals: sums }]);
    expect(details.totals).toMatchObject({ credit: '0', credit_to_balance: '0', fee: null, earnings: null });
    expect(details.adjusted_totals).toMatchObject({ subtotal: '59900', tax: '5315', total: '65215' });
    expect(details.payout_totals).toBeNull();
  });

  test('money-currencies: a converted unit price is rounded before it is multiplied, without change of the catalog', async () => {
    const account = target.newAccount();
    const { items } = await stock(account, {
      lines: [external(999), external(999, 7), external(999, 100)],
      discount: null,
    });
    const body = { items, currency_code: 'EUR', address: places.virginia.address };
    const { line_items } = (await account.call('previewPrices', { body })).data.details;
    const [unit = 0n, seven, hundred] = line_items.map(({ totals }) => BigInt(totals.subtotal));
    expect(unit).not.toBe(999n);
    expect([seven, hundred]).toEqual([7n * unit, 100n * unit]);
    for (const { price, unit_totals } of line_items) {
      expect(price.unit_price).toEqual({ amount: '999', currency_code: 'USD' });
      expect(unit_totals.subtotal).toBe(String(unit));
    }
  });

  test('money-currencies: yen have no smaller unit', async () => {
    const account = target.newAccount();
    const { items } = await stock(account, { lines: [external(1_000_000)], discount: null });
    const body = { items, currency_code: 'JPY', address: places.virginia.address };
    const [line] = (await account.call('previewPrices', { body })).data.details.line_items;
    expect(Number(line?.totals.total)).toBeLessThan(10_000_000);
    expect(line?.formatted_totals.total).toMatch(/^¥[\d,]+$/);
  });
});
