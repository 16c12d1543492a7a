import fc, { type Arbitrary } from 'fast-check';
import type { OperationId } from '../../contract/operations.ts';

/** The operations of one setting, and bodies that change it; the empty one included. */
export type SettingOperations = {
  readonly get: OperationId;
  readonly update: OperationId;
  readonly body: Arbitrary<object>;
};

/** All settings that an account has. */
export const settings: readonly SettingOperations[] = [
  {
    get: 'getTaxSettings',
    update: 'updateTaxSettings',
    body: some({ default_tax_mode: fc.constantFrom('exclusive', 'inclusive', 'location') }),
  },
  {
    get: 'getCurrencyConversions',
    update: 'updateCurrencyConversions',
    body: some({ USD: switched(), EUR: switched(), JPY: switched(), CLP: switched() }),
  },
  {
    get: 'getCheckoutUrl',
    update: 'updateCheckoutUrl',
    body: some({
      default_url: fc.constantFrom('https://shop.example.com/checkout?a=b#c', 'https://example.com', null),
    }),
  },
  {
    get: 'getCheckoutFeatures',
    update: 'updateCheckoutFeatures',
    body: some({
      discounts_enabled: fc.boolean(),
      audience_opt_in: fc.constantFrom('never', 'choice'),
      saved_payment_methods_enabled: fc.boolean(),
    }),
  },
  {
    get: 'getCheckoutStylesOverlay',
    update: 'updateCheckoutStylesOverlay',
    body: some({ primary_checkout_color: fc.constantFrom('#000000', '#4F46E5', '#abcdef', null) }),
  },
  {
    get: 'getCheckoutRecovery',
    update: 'updateCheckoutRecovery',
    body: some({
      enabled: fc.boolean(),
      discount: fc.option(
        fc.integer({ min: 1, max: 100 }).map((amount) => ({ type: 'percentage', amount: `${amount}` })),
      ),
    }),
  },
];

/** Names of a seller as statements show them: of the shortest and of the longest, too. */
export const descriptorName: Arbitrary<string> = fc
  .tuple(fc.constantFrom('A', 'Z'), fc.string({ unit: fc.constantFrom('A', '7', ' ', '.'), maxLength: 8 }))
  .map(([letter, rest]) => `${letter}${rest}1`);

function some(fields: Readonly<Record<string, Arbitrary<unknown>>>): Arbitrary<object> {
  return fc.record(fields, { requiredKeys: [] });
}

function switched(): Arbitrary<object> {
  return fc.record({ enabled: fc.boolean() });
}
