import { expect } from '../law/expect.ts';
import { laws } from '../suite/laws.ts';

export default laws(({ target, test }) => {
  test('countries: each country is listed once, with its currency and with its support', async () => {
    const account = target.newAccount();
    const { data: countries } = await account.call('listCountries');
    expect(new Set(countries.map(({ iso }) => iso)).size).toBe(countries.length);
    const of = (code: string) => countries.find(({ iso }) => iso === code);
    expect(of('GB')).toEqual({ iso: 'GB', currency_code: 'GBP', is_supported: true });
    expect(of('IE')).toEqual({ iso: 'IE', currency_code: 'EUR', is_supported: true });
    expect(of('KP')).toMatchObject({ is_supported: false });
    expect(countries.filter(({ is_supported }) => is_supported)).toHaveLength(229);
  });

  test('countries: a country that is not supported is refused in addresses', async () => {
    const account = target.newAccount();
    const { data: countries } = await account.call('listCountries');
    const { data: customer } = await account.call('createCustomer', { body: { email: target.freshEmail() } });
    const path = { customer_id: customer.id };
    for (const { iso: country_code } of countries.filter(({ is_supported }) => !is_supported).slice(0, 3))
      expect(await account.refusal('createAddress', { path, body: { country_code } }), country_code).toMatchObject({
        code: 'address_location_not_allowed',
      });
  });

  test('currencies: each currency is listed once, with its decimal places and its least amount', async () => {
    const { data: currencies } = await target.newAccount().call('listCurrencies');
    expect(currencies).toHaveLength(33);
    expect(new Set(currencies.map(({ code }) => code)).size).toBe(33);
    const of = (code: string) => currencies.find((currency) => currency.code === code);
    expect(of('USD')).toMatchObject({ name: 'United States Dollar', decimal_places: 2, minimum_amount: '70' });
    expect(of('JPY')).toMatchObject({ decimal_places: 0 });
    for (const { code, minimum_amount } of currencies) expect(Number(minimum_amount), code).toBeGreaterThan(0);
  });
});
