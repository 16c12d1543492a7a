import { expect, test } from 'vitest';
import { optionsOf } from './buttons.ts';
import { inputOf, settingsOf } from './input.ts';

const address = {
  countryCode: 'US',
  postalCode: '10021',
  region: 'NY',
  city: 'New York',
  firstLine: '350 Fifth Avenue',
};

test('what a checkout is about goes to the server in the names of the API', () => {
  const input = inputOf({
    items: [{ priceId: 'pri_1' }, { priceId: 'pri_2', quantity: 3 }],
    discountId: 'dsc_1',
    customer: { email: 'sam@example.com', address, business: { name: 'ACME', taxIdentifier: 'DE123456789' } },
    customData: { nestedName: 1 },
  });
  expect(input).toEqual({
    items: [
      { price_id: 'pri_1', quantity: 1 },
      { price_id: 'pri_2', quantity: 3 },
    ],
    discount_id: 'dsc_1',
    customer: { email: 'sam@example.com' },
    address: {
      country_code: 'US',
      postal_code: '10021',
      region: 'NY',
      city: 'New York',
      first_line: '350 Fifth Avenue',
    },
    business: { name: 'ACME', tax_identifier: 'DE123456789' },
    custom_data: { nestedName: 1 },
  });
  const known = { id: 'ctm_1', address: { id: 'add_1' }, business: { id: 'biz_1' } };
  expect(inputOf({ transactionId: 'txn_1', customer: known })).toEqual({
    customer: { id: 'ctm_1' },
    address: { id: 'add_1' },
    business: { id: 'biz_1' },
  });
});

test('a saved payment method and an upsell are settings of the page, whose button is there unless hidden', () => {
  const upsell = { transactionId: 'txn_1', settings: { showSkipButton: false } };
  expect(settingsOf({ savedPaymentMethodId: 'paymtd_1', upsell })).toEqual({
    savedPaymentMethodId: 'paymtd_1',
    upsell: { transactionId: 'txn_1', showSkipButton: false },
  });
  expect(settingsOf({ upsell: { transactionId: 'txn_1' } }).upsell).toMatchObject({ showSkipButton: true });
  expect(settingsOf({})).toEqual({});
});

test('the attributes of a button are the options of a checkout', () => {
  const options = optionsOf({
    items: '[{"priceId":"pri_1","quantity":2}]',
    customerEmail: 'sam@example.com',
    customerAddressCountryCode: 'US',
    customerBusinessTaxIdentifier: 'DE123456789',
    customData: '{"userId":"1"}',
    discountCode: 'TENOFF',
    upsellSettingsShowSkipButton: 'false',
    displayMode: 'inline',
    frameInitialHeight: '450',
    showAddTaxId: 'false',
    allowedPaymentMethods: 'card, saved_payment_methods',
    unknown: 'ignored',
  });
  expect(options).toEqual({
    items: [{ priceId: 'pri_1', quantity: 2 }],
    customer: {
      email: 'sam@example.com',
      address: { countryCode: 'US' },
      business: { taxIdentifier: 'DE123456789' },
    },
    customData: { userId: '1' },
    discountCode: 'TENOFF',
    upsell: { settings: { showSkipButton: false } },
    settings: {
      displayMode: 'inline',
      frameInitialHeight: 450,
      showAddTaxId: false,
      allowedPaymentMethods: ['card', 'saved_payment_methods'],
    },
  });
  expect(optionsOf({ transactionId: 'txn_1' })).toEqual({ transactionId: 'txn_1' });
});
