import { expect } from '../law/expect.ts';
import { laws } from '../suite/laws.ts';

export default laws(({ target, test }) => {
  test('countries: each country is listed once, with its currency and with its support', async () => {
    const account = target.newAccount();
    const { data: countries } = await account.call('listCountries');
    expect(new Set(countries.map(({ iso }) => iso)).size).toBe(countries.length);
    const of = (code: string) => countries.find(({ iso }) => iso === code);
    expect(of('GB')).toMatchObject({
      iso3: 'GBR',
      transaction_currency: 'GBP',
      allow_sales: true,
      uses_postal_code: true,
    });
    expect(of('IE')).toMatchObject({ name: 'IRELAND', printable_name: 'Ireland', transaction_currency: 'EUR' });
    expect(of('US')).toMatchObject({ has_regions: true, tax_mode: 'exclusive' });
    expect(of('KP')).toMatchObject({ allow_sales: false });
    expect(new Set(countries.map(({ iso3 }) => iso3)).size).toBe(countries.length);
    for (const { name } of countries) expect(name).toMatch(/^[ -`{-~]+$/);
    expect(countries.filter(({ allow_sales }) => allow_sales)).toHaveLength(229);
  });

  test('countries: a country that is not supported is refused in addresses', async () => {
    const account = target.newAccount();
    const { data: countries } = await account.call('listCountries');
    const { data: customer } = await account.call('createCustomer', { body: { email: target.freshEmail() } });
    const path = { customer_id: customer.id };
    for (const { iso: country_code } of countries.filter(({ allow_sales }) => !allow_sales).slice(0, 3))
      expect(await account.refusal('createAddress', { path, body: { country_code } }), country_code).toMatchObject({
        code: 'address_location_not_allowed',
      });
  });

  test('currencies: each currency is listed once, with its decimal places and its least amount', async () => {
    const { data: currencies } = await target.newAccount().call('listCurrencies');
    expect(currencies).toHaveLength(33);
    expect(new Set(currencies.map(({ code }) => code)).size).toBe(33);
    const of = (code: string) => currencies.find((currency) => currency.code === code);
    expect(of('USD')).toMatchObject({ name: 'United States Dollar', decimal_places: 2, minimum_payment_amount: '70' });
    expect(currencies.flatMap(({ code, can_be_balance }) => (can_be_balance ? code : [])).toSorted()).toEqual([
      'AUD',
      'CAD',
      'EUR',
      'GBP',
      'USD',
    ]);
    expect(of('JPY')?.applicable_countries).toEqual(['JP']);
    expect(of('JPY')).toMatchObject({ decimal_places: 0 });
    for (const { code, minimum_payment_amount } of currencies)
      expect(Number(minimum_payment_amount), code).toBeGreaterThan(0);
  });
});
