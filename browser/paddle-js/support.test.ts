import { readFile } from 'node:fs/promises';
import type {
  CheckoutCustomer,
  CheckoutCustomerAddress,
  CheckoutCustomerBusiness,
  CheckoutOpenOptions,
  CheckoutSettings,
  CheckoutUpdateOptions,
  CheckoutUpsell,
  Paddle,
  PaddleEventData,
  PaddleSetupOptions,
  PricePreviewParams,
  TransactionPreviewParams,
} from '@paddle/paddle-js';
import { expect, test } from 'vitest';

type KeysOf<Union> = Union extends unknown ? keyof Union : never;

/** `true` for what works; otherwise what it does here, and why. */
type Support = true | readonly [here: string, reason: string];
type SupportOf<Options> = Record<KeysOf<Options>, Support>;

const ofRetain: Support = ['ignored', 'Retain is a product of its own'];
const saysSo: Support = ['a line in the console', 'a local checkout has nothing to wait for'];

/** Each part of the types of `@paddle/paddle-js`: a new one does not compile before it stands here. */
const support = {
  Paddle: {
    ...{
      Checkout: true,
      PricePreview: true,
      TransactionPreview: true,
      Initialize: true,
      Initialized: true,
      Update: true,
    },
    ...{ Environment: true, Setup: true, Version: true },
    Spinner: saysSo,
    Status: ['`libraryVersion` is `paddock`', 'Paddle’s number would promise its behaviour'],
    Retain: [
      'a line in the console; `initCancellationFlow` ends with `status: error`',
      'Retain is a product of its own',
    ],
  } satisfies SupportOf<Paddle>,
  'Paddle.Checkout': { open: true, updateCheckout: true, updateItems: true, close: true } satisfies SupportOf<
    Paddle['Checkout']
  >,
  'Paddle.Environment': {
    set: ['warns if the token is of the other environment', 'both environments are this mock'],
  } satisfies SupportOf<Paddle['Environment']>,
  Initialize: {
    ...{ token: true, eventCallback: true, checkout: true, debug: true },
    seller: ['an error in the console', 'the mock knows tokens, and no sellers'],
    pwCustomer: ofRetain,
    pwAuth: ofRetain,
  } satisfies SupportOf<PaddleSetupOptions>,
  settings: {
    ...{ displayMode: true, theme: true, allowLogout: true, showAddDiscounts: true, showAddTaxId: true },
    ...{ frameTarget: true, frameStyle: true, frameInitialHeight: true, successUrl: true, allowDiscountRemoval: true },
    locale: ['formats of numbers and amounts, and names of countries', 'texts are in English'],
    allowedPaymentMethods: [
      '`card` and `saved_payment_methods`',
      'these are emulated; without them the checkout says so',
    ],
    variant: ['`express` is `one-page` without wallets', 'Paddle falls back to it where a device has no wallet'],
    showNonExpressPaymentMethods: ['`false` leaves no payment method', 'there are no wallets'],
  } satisfies SupportOf<CheckoutSettings>,
  options: {
    ...{ items: true, transactionId: true, discountId: true, discountCode: true, customer: true, customData: true },
    ...{ customerAuthToken: true, savedPaymentMethodId: true, upsell: true, settings: true },
  } satisfies SupportOf<CheckoutOpenOptions | CheckoutUpdateOptions>,
  customer: { id: true, email: true, address: true, business: true } satisfies SupportOf<CheckoutCustomer>,
  address: {
    ...{ id: true, countryCode: true, postalCode: true, region: true, city: true, firstLine: true },
  } satisfies SupportOf<CheckoutCustomerAddress>,
  business: { id: true, name: true, taxIdentifier: true } satisfies SupportOf<CheckoutCustomerBusiness>,
  upsell: { transactionId: true, settings: true } satisfies SupportOf<CheckoutUpsell>,
  PricePreview: {
    ...{ items: true, customerId: true, addressId: true, businessId: true, currencyCode: true, discountId: true },
    address: true,
    customerIpAddress: ['a place for the recorded addresses alone', 'all would take a database'],
  } satisfies SupportOf<PricePreviewParams>,
  TransactionPreview: {
    ...{ items: true, customerId: true, addressId: true, businessId: true, currencyCode: true, discountId: true },
    ...{ address: true, ignoreTrials: true },
    customerIpAddress: ['a place for the recorded addresses alone', 'all would take a database'],
  } satisfies SupportOf<TransactionPreviewParams>,
  events: {
    ...{ 'checkout.loaded': true, 'checkout.closed': true, 'checkout.updated': true, 'checkout.completed': true },
    ...{ 'checkout.error': true, 'checkout.items.updated': true, 'checkout.items.removed': true },
    ...{ 'checkout.customer.created': true, 'checkout.customer.updated': true, 'checkout.customer.removed': true },
    ...{ 'checkout.payment.selected': true, 'checkout.payment.initiated': true, 'checkout.payment.failed': true },
    ...{ 'checkout.payment.error': true, 'checkout.discount.applied': true, 'checkout.discount.removed': true },
    'checkout.upsell.canceled': true,
    'checkout.failed': ['never sent', 'Paddle’s documentation does not say when it is'],
  } satisfies Record<`${NonNullable<PaddleEventData['name']>}`, Support>,
};

const rows = Object.entries<Record<string, Support>>(support).flatMap(([group, parts]) =>
  Object.entries(parts).map(([name, here]) => ({ group, name, here })),
);

test('the manual lists each part of Paddle.js that does nothing, or less, with its reason', async () => {
  const manual = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const lines = rows.flatMap(({ group, name, here }) =>
    here === true ? [] : [`| ${group} | \`${name}\` | ${here[0]} | ${here[1]} |`],
  );
  const listed = manual.split('\n').filter((line) => /^\| [^|]+ \| `[^|]+` \| [^|]+ \| [^|]+ \|$/.test(line));
  expect(listed).toEqual(lines);
});

test('each event and each option of a checkout is in the tests of its browser, or of what reads them', async () => {
  const files = ['paddle-js.test.ts', 'input.test.ts', '../checkout/checkout.test.ts'];
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, import.meta.url), 'utf8')));
  const tests = texts.join('\n');
  const untested = rows.filter(({ name, here }) => here === true && !tests.includes(name));
  expect(untested.map(({ group, name }) => `${group} ${name}`)).toEqual([]);
});
