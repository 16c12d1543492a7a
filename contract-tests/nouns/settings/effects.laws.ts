import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import {
  createBuyer,
  createPrice,
  createTransaction,
  itemOf,
  type Price,
  readTransaction,
  soldTo,
  updateTransaction,
} from '../transactions/arrange.ts';
import { ownAccount } from './arrange.ts';

const britain = { country_code: 'GB', region: null, postal_code: 'EC1V 8BT' };
const newYork = { country_code: 'US', region: 'NY', postal_code: '10021' };

type Place = { country_code: string; postal_code: string };

async function setTaxMode(account: Account, default_tax_mode: 'exclusive' | 'inclusive' | 'location'): Promise<void> {
  await account.call('updateTaxSettings', { body: { default_tax_mode } });
}

/** Previews a unit of a price. */
async function totalsOf(account: Account, price: Price, { country_code, postal_code }: Place) {
  const body = { items: [itemOf(price)], address: { country_code, postal_code } };
  return (await account.call('previewTransaction', { body })).data.details.totals;
}

/** Tells whether tax is added to a price of 1000 or included in it. */
async function taxedAs(...given: Parameters<typeof totalsOf>): Promise<'exclusive' | 'inclusive'> {
  const { subtotal, tax, total } = await totalsOf(...given);
  expect(Number(tax)).toBeGreaterThan(0);
  expect(Number(subtotal) + Number(tax)).toBe(Number(total));
  expect([subtotal, total]).toContain('1000');
  return subtotal === '1000' ? 'exclusive' : 'inclusive';
}

export default laws(({ test }) => {
  test('default-payment-link: a transaction gets it as the page of its checkout', async (context) => {
    const account = ownAccount(context);
    const default_url = 'https://shop.example.com/checkout';
    await account.call('updateCheckoutUrl', { body: { default_url } });
    const transaction = await createTransaction(account);
    expect(transaction.checkout).toEqual({ url: `${default_url}?_ptxn=${transaction.id}` });
    await account.call('updateCheckoutUrl', { body: { default_url: 'https://other.example.com' } });
    expect(await readTransaction(account, transaction)).toEqual(transaction);
  });

  test('default-payment-link: without one, no transaction is created or changed', async (context) => {
    const account = ownAccount(context);
    const kept = await createTransaction(account);
    const items = [itemOf(await createPrice(account))];
    expect((await account.call('updateCheckoutUrl', { body: { default_url: null } })).data).toEqual({
      default_url: null,
    });
    const own = { checkout: { url: 'https://shop.example.com/pay' } };
    for (const refusal of [
      await account.refusal('createTransaction', { body: { items } }),
      await account.refusal('createTransaction', { body: { items, ...own } }),
      await account.refusal('updateTransaction', { path: { transaction_id: kept.id }, body: { items } }),
    ])
      expect(refusal).toMatchObject({ status: 400, code: 'transaction_default_checkout_url_not_set' });
    expect((await account.call('listTransactions')).data).toEqual([kept]);
    await account.call('updateCheckoutUrl', { body: { default_url: 'https://shop.example.com/checkout' } });
    expect((await createTransaction(account, { items })).status).toBe('draft');
  });

  test('default-tax-mode: prices that leave it to the account include tax, or not, as it says', async (context) => {
    const account = ownAccount(context);
    const price = await createPrice(account, { tax_mode: 'account_setting' });
    for (const mode of ['exclusive', 'inclusive'] as const) {
      await setTaxMode(account, mode);
      for (const place of [britain, newYork]) expect(await taxedAs(account, price, place), mode).toBe(mode);
    }
    await setTaxMode(account, 'location');
    expect(await taxedAs(account, price, britain)).toBe('inclusive');
    expect(await taxedAs(account, price, newYork)).toBe('exclusive');
  });

  test('default-tax-mode: prices with a mode of their own do not follow it', async (context) => {
    const account = ownAccount(context);
    const own = { external: 'exclusive', internal: 'inclusive' } as const;
    for (const [tax_mode, taxed] of Object.entries(own)) {
      const price = await createPrice(account, { tax_mode });
      for (const mode of ['exclusive', 'inclusive', 'location'] as const) {
        await setTaxMode(account, mode);
        expect(await taxedAs(account, price, britain), `${tax_mode}, ${mode}`).toBe(taxed);
      }
    }
  });

  test('default-tax-mode: a change of it leaves transactions as they were, until they are changed', async (context) => {
    const account = ownAccount(context);
    await setTaxMode(account, 'exclusive');
    const items = [itemOf(await createPrice(account, { tax_mode: 'account_setting' }))];
    const transaction = await createTransaction(account, { items, ...soldTo(await createBuyer(account, britain)) });
    await setTaxMode(account, 'inclusive');
    expect(await readTransaction(account, transaction)).toEqual(transaction);
    const { details } = await updateTransaction(account, transaction, { items });
    expect(details.totals).toMatchObject({ total: '1000' });
  });

  test('currency-conversions: a price is shown in the currency of a place only while that is enabled', async (context) => {
    const account = ownAccount(context);
    const price = await createPrice(account);
    const shownIn = async (place: object, own: Price = price) => {
      const { data } = await account.call('previewPrices', { body: { items: [itemOf(own)], ...place } });
      return [data.currency_code, data.details.line_items[0]?.unit_totals.subtotal];
    };
    const japan = { address: { country_code: 'JP' } };
    const enable = (enabled: boolean) => account.call('updateCurrencyConversions', { body: { JPY: { enabled } } });
    await enable(false);
    expect(await shownIn(japan)).toEqual(['USD', '1000']);
    await enable(true);
    expect(await shownIn(japan)).toEqual(['JPY', expect.stringMatching(/^[1-9]\d*$/)]);
    expect(await shownIn({})).toEqual(['USD', '1000']);
    const unit_price = { amount: '990', currency_code: 'JPY' };
    const overridden = await createPrice(account, {
      unit_price_overrides: [{ country_codes: ['JP'], unit_price }],
    });
    await enable(false);
    expect(await shownIn(japan, overridden)).toEqual(['JPY', '990']);
  });
});
