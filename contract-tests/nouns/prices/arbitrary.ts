import fc, { type Arbitrary } from 'fast-check';
import { type CustomData, customData } from '../../arbitraries/custom-data.ts';
import { text } from '../../arbitraries/text.ts';
import type { Behaviours } from '../../contract/behaviours.ts';

type Money = { readonly amount: string; readonly currency_code: string };
type Duration = { readonly interval: string; readonly frequency: number };

export type PriceUpdate = {
  readonly description?: string;
  readonly name?: string | null;
  readonly type?: string;
  readonly billing_cycle?: Duration;
  readonly trial_period?: (Duration & { readonly requires_payment_method?: boolean }) | null;
  readonly tax_mode?: string;
  readonly unit_price?: Money;
  readonly unit_price_overrides?: readonly { readonly country_codes: readonly string[]; readonly unit_price: Money }[];
  readonly quantity?: { readonly minimum: number; readonly maximum: number };
  readonly custom_data?: CustomData | null;
};

export type PriceCreate = PriceUpdate & { readonly description: string; readonly unit_price: Money };

/** Bodies that create a recurring price, but for its product. */
export function priceCreate(behaviours: Behaviours): Arbitrary<PriceCreate> {
  return fc.record(priceFields(behaviours), { requiredKeys: ['description', 'unit_price', 'billing_cycle'] });
}

/** Bodies that change a recurring price, the empty one included. */
export function priceUpdate(behaviours: Behaviours): Arbitrary<PriceUpdate> {
  return fc.record(priceFields(behaviours), { requiredKeys: [] });
}

const currency = fc.constantFrom('USD', 'EUR', 'GBP', 'JPY');
const money = fc.record({ amount: fc.bigInt(0n, 10n ** 12n).map(String), currency_code: currency });
const duration = fc.record({
  interval: fc.constantFrom('day', 'week', 'month', 'year'),
  frequency: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 999)),
});

/** Overrides of different countries. */
const overrides = fc
  .uniqueArray(fc.constantFrom('GB', 'DE', 'FR', 'US', 'JP', 'IN'), { maxLength: 4 })
  .chain((countries) => fc.tuple(...countries.map((country) => money.map((unit_price) => ({ country, unit_price })))))
  .map((each) => each.map(({ country, unit_price }) => ({ country_codes: [country], unit_price })));

const quantity = fc
  .tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 1, max: 999_999_999 }))
  .map(([one, other]) => ({ minimum: Math.min(one, other), maximum: Math.max(one, other) }));

function priceFields(behaviours: Behaviours) {
  const trial = fc
    .tuple(duration, fc.constantFrom({}, { requires_payment_method: true }, { requires_payment_method: false }))
    .map(([length, payment]) => ({ ...length, ...payment }));
  return {
    // A description is not blank.
    description: text(498, 1).map((rest) => `P${rest}`),
    name: fc.option(text(150, 1), { freq: 6 }),
    type: fc.constantFrom('standard', 'custom'),
    billing_cycle: duration,
    trial_period: fc.option(trial),
    tax_mode: fc.constantFrom('account_setting', 'external', 'internal', 'location'),
    unit_price: money,
    unit_price_overrides: overrides,
    quantity,
    custom_data: customData(behaviours),
  };
}
