import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { createPrice, createProduct, type Price } from '../catalogue.ts';

const usd = (amount: string) => ({ amount, currency_code: 'USD' });
const monthly = { interval: 'month', frequency: 1 };
const twoWeeks = { interval: 'day', frequency: 14 };
const override = (country: string, currency_code: string, amount = '1000') => ({
  country_codes: [country],
  unit_price: { amount, currency_code },
});

export default laws(({ target, test }) => {
  async function refusedTerms(account: Account, fields: object) {
    const product_id = (await createProduct(account)).id;
    const body = { product_id, description: 'Monthly', unit_price: usd('1500'), ...fields };
    return account.refusal('createPrice', { body });
  }

  const refusedUpdate = (account: Account, { id }: Price, body: object) =>
    account.refusal('updatePrice', { path: { price_id: id }, body });

  test('price-terms: the frequency of a billing cycle and of a trial is from 1 to 999', async () => {
    const account = target.newAccount();
    for (const [frequency, code, end] of [
      [0, 'frequency_below_1', 'equal to or higher than 1'],
      [-3, 'frequency_below_1', 'equal to or higher than 1'],
      [1000, 'frequency_greater_than_maximum', 'equal to or lower than 999'],
    ] as const) {
      const cycle = { interval: 'month', frequency };
      expect(await refusedTerms(account, { billing_cycle: cycle })).toMatchObject({
        status: 400,
        code: `price_billing_cycle_${code}`,
        detail: `billing_cycle.frequency must be ${end}`,
      });
      expect(await refusedTerms(account, { billing_cycle: monthly, trial_period: cycle })).toMatchObject({
        status: 400,
        code: `price_trial_period_${code}`,
        detail: `trial_period.frequency must be ${end}`,
      });
    }
    const longest = { interval: 'day', frequency: 999 };
    const price = await createPrice(account, await createProduct(account), { billing_cycle: longest });
    expect(price.billing_cycle).toEqual(longest);
  });

  test('price-terms: a trial needs a billing cycle, also after an update', async () => {
    const account = target.newAccount();
    const needed = {
      status: 400,
      code: 'price_trial_period_requires_billing_cycle',
      detail: 'setting a trial_period requires billing_cycle to be set',
    };
    expect(await refusedTerms(account, { trial_period: twoWeeks })).toMatchObject(needed);
    const product = await createProduct(account);
    const price = await createPrice(account, product, { billing_cycle: monthly, trial_period: twoWeeks });
    expect(await refusedUpdate(account, price, { billing_cycle: null })).toMatchObject(needed);
    const path = { price_id: price.id };
    const once = await account.call('updatePrice', { path, body: { billing_cycle: null, trial_period: null } });
    expect(once.data).toMatchObject({ billing_cycle: null, trial_period: null });
    expect(await refusedUpdate(account, price, { trial_period: twoWeeks })).toMatchObject(needed);
  });

  test('price-terms: a new trial needs an interval and a frequency, and an existing one keeps what is not sent', async () => {
    const account = target.newAccount();
    const product = await createProduct(account);
    const price = await createPrice(account, product, { billing_cycle: monthly });
    for (const trial_period of [{ interval: 'day' }, { frequency: 7 }, { requires_payment_method: false }])
      expect(await refusedUpdate(account, price, { trial_period })).toMatchObject({
        status: 400,
        code: 'price_trial_period_missing_fields',
        detail: 'trial_period requires both interval and frequency to be set',
      });
    const path = { price_id: price.id };
    await account.call('updatePrice', { path, body: Object({ trial_period: twoWeeks }) });
    const { data } = await account.call('updatePrice', { path, body: { trial_period: { frequency: 30 } } });
    expect(data.trial_period).toEqual({
      interval: 'day',
      frequency: 30,
      requires_payment_method: true,
      unit_price: null,
      unit_price_overrides: [],
    });
  });

  test('price-terms: a country has one override for a currency', async () => {
    const account = target.newAccount();
    const twice = [override('GB', 'USD'), { ...override('DE', 'USD'), country_codes: ['DE', 'GB'] }];
    expect(await refusedTerms(account, { unit_price_overrides: twice })).toMatchObject({
      status: 400,
      code: 'price_duplicate_currency_override_for_country',
      detail: "duplicate currency override for country: 'GB' and currency code: 'USD'",
    });
    const unit_price_overrides = [override('GB', 'USD'), override('GB', 'GBP'), override('DE', 'USD')];
    const price = await createPrice(account, await createProduct(account), { unit_price_overrides });
    expect(price.unit_price_overrides).toEqual(unit_price_overrides);
  });

  test('price-trials: a paid trial has the currencies and countries of the price', async () => {
    const account = target.newAccount();
    const terms = { billing_cycle: monthly, unit_price_overrides: [override('GB', 'GBP'), override('DE', 'EUR')] };
    const paid = { ...twoWeeks, unit_price: usd('100') };
    const overrides = [override('DE', 'EUR', '90'), override('GB', 'GBP', '80')];
    const mismatch = {
      status: 400,
      code: 'trial_currency_mismatch',
      detail:
        'The currencies for trial prices must match the currencies of the associated price entity, both for Unit Price and Unit Price Overrides.',
    };
    for (const trial_period of [
      { ...paid, unit_price: { amount: '100', currency_code: 'EUR' }, unit_price_overrides: overrides },
      { ...paid, unit_price_overrides: [override('GB', 'GBP', '80')] },
      { ...paid, unit_price_overrides: [override('GB', 'USD', '80'), override('DE', 'EUR', '90')] },
      paid,
    ])
      expect(await refusedTerms(account, { ...terms, trial_period })).toMatchObject(mismatch);
    const trial_period = { ...paid, unit_price_overrides: overrides };
    const price = await createPrice(account, await createProduct(account), { ...terms, trial_period });
    expect(price.trial_period).toEqual({ requires_payment_method: true, ...trial_period });
    const unit_price = { amount: '900', currency_code: 'EUR' };
    expect(await refusedUpdate(account, price, { unit_price })).toMatchObject(mismatch);
  });

  test('price-trials: a paid trial requires a payment method, and a free one may do without', async () => {
    const account = target.newAccount();
    const cardless = { ...twoWeeks, requires_payment_method: false };
    const paid = { ...cardless, unit_price: usd('100') };
    expect(await refusedTerms(account, { billing_cycle: monthly, trial_period: paid })).toMatchObject({
      status: 400,
      code: 'trial_is_either_paid_or_cardless',
      detail: 'If a trial has a unit price amount, it must require a payment method.',
    });
    const product = await createProduct(account);
    const price = await createPrice(account, product, { billing_cycle: monthly, trial_period: cardless });
    expect(price.trial_period).toMatchObject({ requires_payment_method: false, unit_price: null });
    const trial_period = { unit_price: usd('100') };
    expect(await refusedUpdate(account, price, { trial_period })).toMatchObject({
      code: 'trial_is_either_paid_or_cardless',
    });
  });
});
