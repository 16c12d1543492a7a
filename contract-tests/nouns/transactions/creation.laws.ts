import fc from 'fast-check';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createAddress, createBusiness, createCustomer, unknownId } from '../arrange.ts';
import { createBuyer, createPrice, createTransaction, invoiced, itemOf, readTransaction, soldTo } from './arrange.ts';

export default laws(({ target, test }) => {
  test('transaction-creation: one without a customer or an address is a draft, in the currency of its price', async () => {
    const account = target.newAccount();
    const price = await createPrice(account);
    const { customer } = await createBuyer(account);
    for (const buyer of [{}, { customer_id: customer.id }]) {
      const created = await createTransaction(account, { items: [itemOf(price, 2)], ...buyer });
      expect(created).toMatchObject({
        ...{ status: 'draft', customer_id: null, address_id: null, business_id: null, ...buyer },
        ...{ currency_code: 'USD', origin: 'api', collection_mode: 'automatic', billing_details: null },
        ...{ subscription_id: null, invoice_number: null, billing_period: null, discount_id: null, payments: [] },
        ...{ billed_at: null, revised_at: null },
      });
      expect(created.id).toMatch(/^txn_[a-z\d]{26}$/);
      expect(created.updated_at).toBe(created.created_at);
      expect(await readTransaction(account, created)).toEqual(created);
    }
  });

  test('transaction-creation: one with a customer and an address is ready', async () => {
    const account = target.newAccount();
    const buyer = await createBuyer(account);
    const business = await createBusiness(account, buyer.customer);
    const created = await createTransaction(account, { ...soldTo(buyer), business_id: business.id });
    expect(created).toMatchObject({ status: 'ready', ...soldTo(buyer), business_id: business.id });
  });

  test('transaction-creation: its items hold the price and the product as they were', async () => {
    const account = target.newAccount();
    const price = await createPrice(account);
    const created = await createTransaction(account, { items: [itemOf(price, 3)] });
    expect(created.items).toEqual([{ price, quantity: 3, proration: null }]);
    const [line] = created.details.line_items;
    expect(line).toMatchObject({ price_id: price.id, quantity: 3, proration: null, product: { id: price.product_id } });
    expect(line?.id).toMatch(/^txnitm_[a-z\d]{26}$/);
    await account.call('updatePrice', { path: { price_id: price.id }, body: { description: 'Changed' } });
    expect(await readTransaction(account, created)).toEqual(created);
  });

  test('transaction-creation: its checkout is the page that was sent, or the default one, with its ID', async () => {
    const account = target.newAccount();
    const items = [itemOf(await createPrice(account))];
    const usual = await createTransaction(account, { items });
    expect(usual.checkout?.url).toMatch(new RegExp(`[?&]_ptxn=${usual.id}$`));
    const { url: page } = { url: 'https://shop.example.com/pay' };
    const own = await createTransaction(account, { items, checkout: { url: page } });
    expect(own.checkout).toEqual({ url: `${page}?_ptxn=${own.id}` });
    for (const checkout of [null, { url: null }, {}]) {
      const created = await createTransaction(account, { items, checkout });
      expect(created.checkout?.url?.replace(created.id, usual.id)).toBe(usual.checkout?.url);
    }
  });

  test('transaction-totals: they are the sums of lines that are the price times the quantity', async () => {
    const account = target.newAccount();
    const amounts = fc.array(fc.tuple(fc.integer({ min: 100, max: 1_000_000 }), fc.integer({ min: 1, max: 100 })), {
      minLength: 1,
      maxLength: 4,
    });
    const property = fc.asyncProperty(amounts, async (drawn) => {
      const items = [];
      for (const [amount, quantity] of drawn) {
        const unit_price = { amount: `${amount}`, currency_code: 'USD' };
        items.push(itemOf(await createPrice(account, { unit_price }), quantity));
      }
      const { totals, line_items, tax_rates_used } = (await createTransaction(account, { items })).details;
      const sums = drawn.map(([amount, quantity]) => amount * quantity);
      expect(line_items.map((line) => [line.unit_totals.total, line.totals.total])).toEqual(
        drawn.map(([amount], index) => [`${amount}`, `${sums[index]}`]),
      );
      const total = String(sums.reduce((sum, one) => sum + one, 0));
      const sold = { subtotal: total, discount: '0', tax: '0', total };
      expect(tax_rates_used).toEqual([{ tax_rate: '0', totals: sold }]);
      expect(totals).toMatchObject({ ...sold, credit: '0', balance: total, grand_total: total });
      expect(totals).toMatchObject({ fee: null, earnings: null, grand_total_tax: '0' });
    });
    await assertProperty(property);
  });

  test('transaction-totals: tax of the address is added to a price without tax, and is part of one with tax', async () => {
    const account = target.newAccount();
    const buyer = await createBuyer(account, { country_code: 'GB', postal_code: 'EC1V 8BT', region: 'London' });
    const prices = [await createPrice(account), await createPrice(account, { tax_mode: 'internal' })];
    const created = await createTransaction(account, { ...soldTo(buyer), items: prices.map((price) => itemOf(price)) });
    const { line_items, tax_rates_used, totals } = created.details;
    expect(line_items.map(({ tax_rate }) => tax_rate)).toEqual(['0.2', '0.2']);
    expect(line_items.map((line) => line.totals)).toEqual([
      { subtotal: '1000', discount: '0', tax: '200', total: '1200' },
      { subtotal: '833', discount: '0', tax: '167', total: '1000' },
    ]);
    expect(tax_rates_used).toMatchObject([{ tax_rate: '0.2', totals: { tax: '367', total: '2200' } }]);
    expect(totals).toMatchObject({ subtotal: '1833', tax: '367', total: '2200', grand_total_tax: '367' });
  });

  test('transaction-totals: a tax identifier of a business takes the tax off', async () => {
    const account = target.newAccount();
    const buyer = await createBuyer(account, { country_code: 'DE', postal_code: '10115', region: 'Berlin' });
    const business = await createBusiness(account, buyer.customer, { tax_identifier: 'DE123456789' });
    const taxed = await createTransaction(account, soldTo(buyer));
    expect(taxed.details.totals).toMatchObject({ tax: '190', total: '1190' });
    const untaxed = await createTransaction(account, { ...soldTo(buyer), business_id: business.id });
    expect(untaxed.details.totals).toMatchObject({ tax: '0', total: '1000' });
  });

  test('transaction-currency: a price in the country of the buyer replaces amount and currency', async () => {
    const account = target.newAccount();
    const unit_price_overrides = [{ country_codes: ['GB'], unit_price: { amount: '5000', currency_code: 'GBP' } }];
    const items = [itemOf(await createPrice(account, { unit_price_overrides }))];
    const buyer = await createBuyer(account, { country_code: 'GB', postal_code: 'EC1V 8BT', region: 'London' });
    const created = await createTransaction(account, { items, ...soldTo(buyer) });
    expect(created).toMatchObject({ currency_code: 'GBP', details: { totals: { subtotal: '5000', total: '6000' } } });
    expect(await createTransaction(account, { items })).toMatchObject({ currency_code: 'USD' });
  });

  test('transaction-currency: prices are converted to the currency that was sent, each unit by itself', async () => {
    const account = target.newAccount();
    const items = [itemOf(await createPrice(account), 7)];
    const created = await createTransaction(account, { items, currency_code: 'EUR' });
    const [line] = created.details.line_items;
    const unit = Number(line?.unit_totals.total);
    expect(unit).toBeGreaterThan(0);
    expect(unit).not.toBe(1000);
    expect(line?.totals.total).toBe(`${unit * 7}`);
    expect(created).toMatchObject({ currency_code: 'EUR', details: { totals: { currency_code: 'EUR' } } });
    expect(created.items[0]?.price.unit_price).toEqual({ amount: '1000', currency_code: 'USD' });
  });

  test('transaction-trials: an item with a trial costs nothing yet', async () => {
    const account = target.newAccount();
    const trial_period = { interval: 'day', frequency: 14 };
    const items = [itemOf(await createPrice(account, { trial_period })), itemOf(await createPrice(account))];
    const { line_items, totals } = (await createTransaction(account, { items })).details;
    expect(line_items.map((line) => line.totals.total)).toEqual(['0', '1000']);
    expect(totals.total).toBe('1000');
  });

  test('transaction-custom-prices: a price and a product can be sold without being in the catalog', async () => {
    const account = target.newAccount();
    const known = await createPrice(account);
    const unit_price = { amount: '2500', currency_code: 'USD' };
    const product = { name: 'Onboarding', tax_category: 'standard' };
    const items = [
      { price: { product_id: known.product_id, description: 'For one', unit_price }, quantity: 2 },
      { price: { product, description: 'Once', unit_price }, quantity: 1 },
    ];
    const created = await createTransaction(account, { items });
    expect(created.details.totals.total).toBe('7500');
    expect(created.items.map(({ price }) => price)).toMatchObject([
      { type: 'custom', product_id: known.product_id, unit_price, description: 'For one', status: 'active' },
      { type: 'custom', unit_price, description: 'Once', tax_mode: 'account_setting', billing_cycle: null },
    ]);
    const made = created.details.line_items[1]?.product;
    expect(made).toMatchObject({ ...product, type: 'custom', id: created.items[1]?.price.product_id });
    const listed = (await account.call('listPrices', { query: { product_id: known.product_id, type: 'standard' } }))
      .data;
    expect(listed.map(({ id }) => id)).toEqual([known.id]);
  });

  test('transaction-items: prices have to exist, go together and occur once, in a quantity that they allow', async () => {
    const account = target.newAccount();
    const monthly = await createPrice(account, { quantity: { minimum: 2, maximum: 5 } });
    const yearly = await createPrice(account, { billing_cycle: { interval: 'year', frequency: 1 } });
    const archived = await createPrice(account);
    await account.call('updatePrice', { path: { price_id: archived.id }, body: { status: 'archived' } });
    const trials = [];
    for (const frequency of [7, 14])
      trials.push(await createPrice(account, { trial_period: { interval: 'day', frequency } }));
    const both = { price: { product_id: monthly.product_id, description: 'Both', unit_price: monthly.unit_price } };
    const product_id = unknownId('pro');
    for (const [items, code] of [
      [[itemOf({ id: unknownId('pri') })], 'transaction_price_not_found'],
      [[itemOf(archived)], 'transaction_price_not_found'],
      [[itemOf(monthly, 2), itemOf(monthly, 3)], 'transaction_duplicate_price_ids'],
      [[itemOf(monthly, 1)], 'transaction_item_quantity_out_of_range'],
      [[itemOf(monthly, 6)], 'transaction_item_quantity_out_of_range'],
      [[itemOf(monthly, 2), itemOf(yearly)], 'transaction_price_different_billing_cycle'],
      [trials.map((price) => itemOf(price)), 'transaction_price_different_trial_period'],
      [[{ ...itemOf(monthly, 2), ...both }], 'transaction_both_price_id_and_object_found'],
      [[{ price: { ...both.price, product_id }, quantity: 1 }], 'transaction_product_not_found'],
      [[{ quantity: 1 }], 'bad_request'],
      [[{ price: monthly.id, quantity: 1 }], 'bad_request'],
      [[], 'bad_request'],
      [null, 'bad_request'],
    ] as const) {
      const refusal = await account.refusal('createTransaction', { body: { items } });
      expect(refusal, JSON.stringify(items)).toMatchObject({ status: 400, code });
    }
    const once = await createPrice(account, { billing_cycle: null });
    expect((await createTransaction(account, { items: [itemOf(monthly, 2), itemOf(once)] })).items).toHaveLength(2);
  });

  test('transaction-items: what is missing is named', async () => {
    const account = target.newAccount();
    const id = unknownId('pri');
    const refusal = await account.refusal('createTransaction', { body: { items: [itemOf({ id })] } });
    expect(refusal.detail).toContain(id);
    const nothing = await account.refusal('createTransaction', { body: { items: null } });
    expect(nothing.errors).toEqual([{ field: 'items', message: 'Invalid type. Expected: array, given: null' }]);
  });

  test('transaction-buyer: the address and the business have to be the customer’s, and none archived', async () => {
    const account = target.newAccount();
    const items = [itemOf(await createPrice(account))];
    const [buyer, other] = [await createBuyer(account), await createBuyer(account)];
    const business = await createBusiness(account, other.customer);
    const archived = await createCustomer(account);
    const address = await createAddress(account, archived);
    await account.call('updateCustomer', { path: { customer_id: archived.id }, body: { status: 'archived' } });
    for (const [body, status, code] of [
      [{ address_id: buyer.address.id }, 400, 'transaction_customer_is_required_with_address'],
      [{ business_id: business.id }, 400, 'transaction_customer_is_required_for_business_validation'],
      [{ customer_id: unknownId('ctm') }, 404, 'not_found'],
      [{ ...soldTo(buyer), address_id: other.address.id }, 404, 'not_found'],
      [{ ...soldTo(buyer), business_id: business.id }, 404, 'not_found'],
      [{ customer_id: archived.id, address_id: address.id }, 400, undefined],
    ] as const) {
      const refusal = await account.refusal('createTransaction', { body: { items, ...body } });
      expect(refusal, JSON.stringify(body)).toMatchObject({ status, ...(code && { code }) });
    }
  });

  test('transaction-minimum: what is charged now, or at each renewal, is nothing or no less than a minimum', async () => {
    const account = target.newAccount();
    const priced = async (amount: string, fields: object = {}) =>
      itemOf(await createPrice(account, { unit_price: { amount, currency_code: 'USD' }, ...fields }));
    const trial_period = { interval: 'day', frequency: 14 };
    const once = { billing_cycle: null };
    const refused = async (items: object[]) => await account.refusal('createTransaction', { body: { items } });
    expect(await refused([await priced('69', once)])).toMatchObject({
      code: 'transaction_balance_less_than_charge_limit',
      detail: expect.stringContaining('Transaction balance: 69, Minimum payment amount: 70, Currency code: USD'),
    });
    expect(await refused([await priced('10', { trial_period })])).toMatchObject({
      code: 'transaction_recurring_balance_less_than_charge_limit',
      detail: expect.stringContaining('Recurring balance: 10, Minimum payment amount: 70, Currency code: USD'),
    });
    for (const items of [[await priced('70', once)], [await priced('0', once)], [await priced('70', { trial_period })]])
      expect((await createTransaction(account, { items })).status).toBe('draft');
  });

  test('transaction-creation: other fields and statuses are refused', async () => {
    const account = target.newAccount();
    const items = [itemOf(await createPrice(account))];
    for (const field of ['settings', 'subscription_id', 'origin', 'details', 'invoice_number']) {
      const refusal = await account.refusal('createTransaction', { body: { items, [field]: null } });
      expect(refusal, field).toMatchObject({ status: 400, code: 'bad_request' });
    }
    for (const status of ['ready', 'paid', 'completed', 'canceled', 'past_due'])
      expect(await account.refusal('createTransaction', { body: { items, status } }), status).toMatchObject({
        status: 400,
        code: 'transaction_invalid_status_change',
        detail: expect.stringContaining(`to '${status}'`),
      });
  });

  test('transaction-creation: none is created without a default payment link', async ({ skip }) => {
    if (!target.can.isolate) skip('settings of a shared account are not changed');
    const account = target.newAccount();
    const items = [itemOf(await createPrice(account))];
    const buyer = soldTo(await createBuyer(account));
    await account.call('updateCheckoutUrl', { body: { default_url: null } });
    for (const body of [{ items }, { items, ...buyer, ...invoiced }])
      expect(await account.refusal('createTransaction', { body })).toMatchObject({
        status: 400,
        code: 'transaction_default_checkout_url_not_set',
        detail: expect.stringMatching(/^Cannot create a transaction or open a checkout as no default payment link /),
      });
    await account.call('updateCheckoutUrl', { body: { default_url: 'https://example.com/pay' } });
    const created = await createTransaction(account, { items });
    expect(created.checkout?.url).toBe(`https://example.com/pay?_ptxn=${created.id}`);
  });
});
