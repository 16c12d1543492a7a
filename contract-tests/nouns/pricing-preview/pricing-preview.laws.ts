import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { createBusiness, markOfRun, unknownId } from '../arrange.ts';
import { createBuyer, createPrice, itemOf, soldTo } from '../transactions/arrange.ts';

export default laws(({ target, test }) => {
  const preview = async (account: Account, body: object) => (await account.call('previewPrices', { body })).data;

  const createDiscount = async (account: Account, fields: object = {}) => {
    const body = { description: 'Ten percent', type: 'percentage', amount: '10', ...markOfRun(target.run), ...fields };
    return (await account.call('createDiscount', { body })).data;
  };

  const money = (amount: string, currency_code = 'USD') => ({ amount, currency_code });
  /** Two prices of 1200 US cents, two units of each. */
  const twoPairs = async (account: Account) => {
    const fields = { unit_price: money('1200') };
    return [itemOf(await createPrice(account, fields), 2), itemOf(await createPrice(account, fields), 2)];
  };
  const hungary = { country_code: 'HU', postal_code: '1035' };
  const untaxed = { subtotal: '2400', discount: '0', tax: '0', total: '2400' };

  // websideproject/paddle-billing-client, recorded 2023-09-03.
  for (const [name, place] of [
    ['P01, an IP address', { customer_ip_address: '94.21.112.101' }],
    ['P02, a country and postal code', { address: hungary }],
  ] as const)
    test(`pricing-preview: the recorded amounts of ${name} in Hungary, are computed and formatted`, async () => {
      const account = target.newAccount();
      const items = await twoPairs(account);
      const { details, ...rest } = await preview(account, { items, currency_code: 'USD', ...place });
      const ip = 'customer_ip_address' in place ? place.customer_ip_address : null;
      expect(rest).toMatchObject({
        address: hungary,
        customer_ip_address: ip,
        currency_code: 'USD',
        discount_id: null,
      });
      expect(details.line_items).toHaveLength(2);
      for (const line of details.line_items)
        expect(line).toMatchObject({
          quantity: 2,
          tax_rate: '0.27',
          unit_totals: { subtotal: '1200', discount: '0', tax: '324', total: '1524' },
          formatted_unit_totals: { subtotal: '$12.00', discount: '$0.00', tax: '$3.24', total: '$15.24' },
          totals: { subtotal: '2400', discount: '0', tax: '648', total: '3048' },
          formatted_totals: { subtotal: '$24.00', discount: '$0.00', tax: '$6.48', total: '$30.48' },
          discounts: [],
        });
    });

  // The third of the same four recordings.
  test('pricing-preview: the recorded amounts for an address of a customer in Hungary are the same', async () => {
    const account = target.newAccount();
    const items = await twoPairs(account);
    const buyer = soldTo(await createBuyer(account, hungary));
    const { details, ...rest } = await preview(account, { items, currency_code: 'USD', ...buyer });
    expect(rest).toMatchObject({ ...buyer, address: hungary, customer_ip_address: null });
    for (const line of details.line_items)
      expect(line).toMatchObject({
        tax_rate: '0.27',
        unit_totals: { subtotal: '1200', discount: '0', tax: '324', total: '1524' },
        totals: { subtotal: '2400', discount: '0', tax: '648', total: '3048' },
      });
  });

  // websideproject/paddle-billing-client, recorded 2023-09-03.
  test('pricing-preview: without a place, as in P04 for a customer with a business, there is no tax', async () => {
    const account = target.newAccount();
    const items = await twoPairs(account);
    const { customer } = await createBuyer(account);
    const business = await createBusiness(account, customer);
    const body = { items, currency_code: 'USD', customer_id: customer.id, business_id: business.id };
    const { details, ...rest } = await preview(account, body);
    expect(rest).toMatchObject({ customer_id: customer.id, business_id: business.id, address_id: null, address: null });
    for (const line of details.line_items)
      expect(line).toMatchObject({ tax_rate: '0', totals: untaxed, formatted_totals: { total: '$24.00' } });
  });

  // PaddleHQ/paddle-openapi 2024-02-16.
  test('pricing-preview: a discount of ten percent is shown with each line, as in P05', async () => {
    const account = target.newAccount();
    const seats = await createPrice(account, { unit_price: money('30000') });
    const once = await createPrice(account, { unit_price: money('19900'), billing_cycle: null });
    const discount = await createDiscount(account);
    const items = [itemOf(seats, 20), itemOf(once)];
    const body = { items, discount_id: discount.id, customer_ip_address: '34.232.58.13' };
    const { details, ...rest } = await preview(account, body);
    expect(rest).toMatchObject({ address: { country_code: 'US', postal_code: '20149' }, discount_id: discount.id });
    expect(rest.available_payment_methods.toSorted()).toEqual(['apple_pay', 'card', 'google_pay', 'paypal']);
    expect(details.line_items).toMatchObject([
      {
        unit_totals: { subtotal: '30000', discount: '3000', tax: '0', total: '27000' },
        totals: { subtotal: '600000', discount: '60000', tax: '0', total: '540000' },
        formatted_totals: { subtotal: '$6,000.00', discount: '$600.00', tax: '$0.00', total: '$5,400.00' },
        discounts: [{ total: '60000', formatted_total: '$600.00' }],
      },
      {
        totals: { subtotal: '19900', discount: '1990', tax: '0', total: '17910' },
        formatted_totals: { subtotal: '$199.00', discount: '$19.90', tax: '$0.00', total: '$179.10' },
        discounts: [{ total: '1990', formatted_total: '$19.90' }],
      },
    ]);
    expect(details.line_items.map((line) => line.discounts[0]?.discount)).toEqual([discount, discount]);
  });

  test('pricing-preview: a line has the price and product of the catalog', async () => {
    const account = target.newAccount();
    const price = await createPrice(account);
    const product = (await account.call('getProduct', { path: { product_id: price.product_id } })).data;
    const { details } = await preview(account, { items: [itemOf(price)] });
    expect(details.line_items).toMatchObject([{ price, product, quantity: 1 }]);
  });

  test("pricing-preview: a customer's address comes before another place", async () => {
    const account = target.newAccount();
    const items = await twoPairs(account);
    const buyer = soldTo(await createBuyer(account, { country_code: 'HU', postal_code: '1035' }));
    const body = { items, currency_code: 'USD', ...buyer, address: { country_code: 'GB' } };
    expect(await preview(account, body)).toMatchObject({ ...buyer, address: hungary });
    expect(await account.refusal('previewPrices', { body: { items, address_id: buyer.address_id } })).toMatchObject({
      status: 400,
      code: 'transaction_customer_is_required_with_address',
    });
  });

  test('pricing-preview: a business with a valid tax identifier pays no tax', async () => {
    const account = target.newAccount();
    const items = await twoPairs(account);
    const buyer = await createBuyer(account, { country_code: 'HU', postal_code: '1035' });
    const business = await createBusiness(account, buyer.customer, { tax_identifier: 'HU12345678' });
    const body = { items, currency_code: 'USD', ...soldTo(buyer), business_id: business.id };
    const { details } = await preview(account, body);
    for (const line of details.line_items) expect(line).toMatchObject({ tax_rate: '0', totals: untaxed });
  });

  test('pricing-preview: an override replaces price and currency in its countries', async () => {
    const account = target.newAccount();
    const unit_price_overrides = [{ country_codes: ['GB'], unit_price: money('5000', 'GBP') }];
    const items = [itemOf(await createPrice(account, { unit_price_overrides }))];
    const british = await preview(account, { items, address: { country_code: 'GB' } });
    expect(british).toMatchObject({
      currency_code: 'GBP',
      details: { line_items: [{ tax_rate: '0.2', formatted_totals: { subtotal: '£50.00', total: '£60.00' } }] },
    });
    const american = await preview(account, { items, address: { country_code: 'US' } });
    expect(american).toMatchObject({ currency_code: 'USD', details: { line_items: [{ totals: { total: '1000' } }] } });
  });

  test('pricing-preview: a price is converted before it is multiplied', async () => {
    const account = target.newAccount();
    const price = await createPrice(account, { unit_price: money('999') });
    const body = { items: [itemOf(price), itemOf(price, 7)], currency_code: 'GBP' };
    const { currency_code, details } = await preview(account, body);
    expect(currency_code).toBe('GBP');
    const [one, seven] = details.line_items.map(({ totals }) => Number(totals.subtotal));
    expect(one).not.toBe(999);
    expect(seven).toBe(7 * (one ?? 0));
    expect(details.line_items[0]?.price).toEqual(price);
  });

  test('pricing-preview: prices with other cycles and with trials are shown in full', async () => {
    const account = target.newAccount();
    const yearly = { billing_cycle: { interval: 'year', frequency: 1 }, unit_price: money('9000') };
    const trial = { trial_period: { interval: 'day', frequency: 14 } };
    const items = [itemOf(await createPrice(account, yearly)), itemOf(await createPrice(account, trial))];
    const { details } = await preview(account, { items });
    expect(details.line_items.map(({ totals }) => totals.total)).toEqual(['9000', '1000']);
  });

  test('pricing-preview: a restricted discount is shown with its prices only', async () => {
    const account = target.newAccount();
    const [price, other] = [await createPrice(account), await createPrice(account)];
    const discount = await createDiscount(account, { restrict_to: [price.product_id] });
    const { details } = await preview(account, { items: [itemOf(price), itemOf(other)], discount_id: discount.id });
    expect(details.line_items.map(({ totals, discounts }) => [totals.discount, discounts.length])).toEqual([
      ['100', 1],
      ['0', 0],
    ]);
  });

  test('pricing-preview: what cannot be sold is refused', async () => {
    const account = target.newAccount();
    const price = await createPrice(account);
    const [item, euros] = [itemOf(price), { type: 'flat', amount: '100', currency_code: 'EUR' }];
    for (const [body, code] of [
      [{ items: [itemOf({ id: unknownId('pri') })] }, 'transaction_price_not_found'],
      [{ items: [itemOf(price, 101)] }, 'transaction_item_quantity_out_of_range'],
      [{ items: [item], discount_id: unknownId('dsc') }, 'transaction_discount_not_found'],
      [
        { items: [item], discount_id: (await createDiscount(account, euros)).id },
        'transaction_invalid_discount_currency',
      ],
      [{ items: [item], business_id: unknownId('biz') }, 'transaction_customer_is_required_for_business_validation'],
      [{ items: [] }, 'bad_request'],
      [{ items: [{ price_id: price.id }] }, 'bad_request'],
      [{ items: [item], address: { country_code: 'ZZ' } }, 'bad_request'],
    ] as const)
      expect(await account.refusal('previewPrices', { body }), code).toMatchObject({ status: 400, code });
  });
});
