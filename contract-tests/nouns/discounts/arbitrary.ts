import fc, { type Arbitrary } from 'fast-check';
import { type CustomData, customData } from '../../arbitraries/custom-data.ts';
import { text } from '../../arbitraries/text.ts';
import type { Behaviours } from '../../contract/behaviours.ts';

export type DiscountCreate = {
  readonly description: string;
  readonly type: string;
  readonly amount: string;
  readonly currency_code?: string;
  readonly mode?: string;
  readonly recur?: boolean;
  readonly maximum_recurring_intervals?: number | null;
  readonly usage_limit?: number | null;
  readonly expires_at?: string | null;
  readonly custom_data?: CustomData | null;
};

/** Bodies that create a discount without a code. */
export function discountCreate(behaviours: Behaviours): Arbitrary<DiscountCreate> {
  const others = fc.record(
    {
      description: text(500, 1),
      mode: fc.constantFrom('standard', 'custom'),
      usage_limit: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
      expires_at: fc.constantFrom(null, '2099-09-27T07:05:03.808311Z', '2099-01-01T00:00:00Z'),
      custom_data: customData(behaviours),
    },
    { requiredKeys: ['description'] },
  );
  return fc.tuple(others, terms, recurrence).map(([rest, amount, recurs]) => ({ ...rest, ...amount, ...recurs }));
}

/** Amounts as their types allow. */
const terms = fc.oneof(
  fc.constantFrom('0.01', '0.5', '10', '33.33', '99.99', '100').map((amount) => ({ type: 'percentage', amount })),
  fc.record({
    type: fc.constantFrom('flat', 'flat_per_seat'),
    amount: fc.bigInt(1n, 10n ** 12n).map(String),
    currency_code: fc.constantFrom('USD', 'EUR', 'JPY'),
  }),
);

const recurrence = fc.oneof(
  fc.constantFrom({}, { recur: false }, { recur: true }),
  fc.integer({ min: 1, max: 36 }).map((intervals) => ({ recur: true, maximum_recurring_intervals: intervals })),
);
