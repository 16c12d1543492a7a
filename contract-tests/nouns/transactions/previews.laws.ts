import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { unknownId } from '../arrange.ts';
import { createBuyer, createPrice, createTransaction, itemOf, soldTo } from './arrange.ts';

export default laws(({ target, test }) => {
  test('transaction-preview: it has the totals of what would be created, and creates nothing', async () => {
    const account = target.newAccount();
    const items = [itemOf(await createPrice(account), 3), itemOf(await createPrice(account, { tax_mode: 'internal' }))];
    const buyer = soldTo(await createBuyer(account, { country_code: 'GB', postal_code: 'EC1V 8BT', region: 'London' }));
    const before = (await account.call('listTransactions', { query: { per_page: 1 } })).data;
    const preview = (await account.call('previewTransaction', { body: { items, ...buyer } })).data;
    if (target.can.isolate)
      expect((await account.call('listTransactions', { query: { per_page: 1 } })).data).toEqual(before);
    const { details, ...created } = await createTransaction(account, { items, ...buyer });
    expect(preview.details.totals).toEqual(details.totals);
    expect(preview.details.tax_rates_used).toEqual(details.tax_rates_used);
    expect(preview.details.line_items).toEqual(details.line_items.map(({ id: _, ...line }) => line));
    expect(preview).toMatchObject({
      ...{ ...buyer, currency_code: created.currency_code, discount_id: null, ignore_trials: false },
      ...{ address: { country_code: 'GB', postal_code: 'EC1V 8BT' }, customer_ip_address: null, business_id: null },
      items: created.items.map((item) => ({ ...item, include_in_totals: true })),
    });
    expect(preview).not.toHaveProperty('id');
    expect(preview.available_payment_methods).toContain('card');
  });

  test('transaction-preview: it is for a country and postal code, or for no place', async () => {
    const account = target.newAccount();
    const items = [itemOf(await createPrice(account), 2)];
    const address = { country_code: 'US', postal_code: '10021' };
    const taxed = (await account.call('previewTransaction', { body: { items, address } })).data;
    expect(taxed.address).toEqual(address);
    expect(taxed.details.line_items[0]).toMatchObject({ tax_rate: '0.08875' });
    expect(taxed.details.totals).toMatchObject({ subtotal: '2000', tax: '177', total: '2177' });
    const placeless = (await account.call('previewTransaction', { body: { items } })).data;
    expect(placeless).toMatchObject({ address: null, details: { totals: { tax: '0', total: '2000' } } });
  });

  test('transaction-preview: items can be left out of the totals, and trials be ignored', async () => {
    const account = target.newAccount();
    const [price, other] = [await createPrice(account), await createPrice(account)];
    const trial = await createPrice(account, { trial_period: { interval: 'day', frequency: 14 } });
    const items = [itemOf(price), { ...itemOf(other), include_in_totals: false }, itemOf(trial)];
    const totalsOf = async (body: object) => {
      const { details } = (await account.call('previewTransaction', { body: { items, ...body } })).data;
      return [details.totals.total, ...details.line_items.map(({ totals }) => totals.total)];
    };
    expect(await totalsOf({})).toEqual(['1000', '1000', '1000', '0']);
    expect(await totalsOf({ ignore_trials: true })).toEqual(['2000', '1000', '1000', '1000']);
  });

  test('transaction-preview: a price that is not in the catalog has no ID, and one in its line that does not exist', async () => {
    const account = target.newAccount();
    const { product_id } = await createPrice(account);
    const unit_price = { amount: '2500', currency_code: 'USD' };
    const product = { name: 'Onboarding', tax_category: 'standard' };
    const items = [
      { price: { product_id, description: 'For one', unit_price }, quantity: 1 },
      { price: { product, description: 'Once', unit_price }, quantity: 1 },
    ];
    const preview = (await account.call('previewTransaction', { body: { items } })).data;
    expect(preview.items.map(({ price }) => [price.id, price.product_id])).toEqual([
      [null, product_id],
      [null, null],
    ]);
    expect(preview.details.line_items.map((line) => line.product.id)).toEqual([product_id, null]);
    for (const { price_id } of preview.details.line_items) {
      expect(price_id).toMatch(/^pri_[a-z\d]{26}$/);
      expect((await account.refusal('getPrice', { path: { price_id } })).code).toBe('not_found');
    }
  });

  // PaddleHQ/paddle-php-sdk, issues 87 and 88 of 2024-10-04.
  test('transaction-preview: a price that is not in the catalog needs neither quantity limits nor overrides, and its line has another ID each time', async () => {
    const account = target.newAccount();
    const { product_id } = await createPrice(account);
    const price = { product_id, description: 'For one', unit_price: { amount: '2500', currency_code: 'USD' } };
    const lineId = async () => {
      const body = { items: [{ price, quantity: 1 }] };
      const { items, details } = (await account.call('previewTransaction', { body })).data;
      expect(items[0]?.price.id).toBeNull();
      return details.line_items[0]?.price_id;
    };
    expect(await lineId()).not.toBe(await lineId());
  });

  test('transaction-preview: what could not be created is refused', async () => {
    const account = target.newAccount();
    const price = await createPrice(account);
    for (const [body, code] of [
      [{ items: [itemOf({ id: unknownId('pri') })] }, 'transaction_price_not_found'],
      [{ items: [itemOf(price), itemOf(price)] }, 'transaction_duplicate_price_ids'],
      [{ items: [itemOf(price, 101)] }, 'transaction_item_quantity_out_of_range'],
      [{ items: [itemOf(price)], address_id: unknownId('add') }, 'transaction_customer_is_required_with_address'],
      [{ items: [] }, 'bad_request'],
      [{ items: [itemOf(price)], address: { country_code: 'ZZ' } }, 'bad_request'],
    ] as const)
      expect(await account.refusal('previewTransaction', { body }), code).toMatchObject({ status: 400, code });
  });
});
