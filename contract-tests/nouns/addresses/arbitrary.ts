import fc, { type Arbitrary } from 'fast-check';
import { type CustomData, customData } from '../../arbitraries/custom-data.ts';
import { nullableText } from '../../arbitraries/text.ts';
import type { Behaviours } from '../../contract/behaviours.ts';

export type AddressUpdate = {
  readonly description?: string | null;
  readonly first_line?: string | null;
  readonly second_line?: string | null;
  readonly city?: string | null;
  readonly region?: string | null;
  readonly postal_code?: string | null;
  readonly country_code?: string;
  readonly custom_data?: CustomData | null;
};

export type AddressCreate = AddressUpdate & { readonly country_code: string };

/** Countries for which no source requires a postal code. */
const withoutPostalCode = fc.constantFrom('AE', 'HK', 'IE', 'PA');
const country = fc.constantFrom('US', 'GB', 'DE', 'JP', 'ZA', 'XK', 'NO');
const postalCode = fc.constantFrom('10021', 'SW1A 1AA', '0001', '〒100-0001');

/** Bodies that create an address. On targets that require postal codes, only countries without them omit it. */
export function addressCreate(behaviours: Behaviours): Arbitrary<AddressCreate> {
  const optional = fc.record(describingFields(behaviours), { requiredKeys: [] });
  const placed = fc.record({ country_code: country, postal_code: postalCode });
  const placedAnywhere = fc.record(
    {
      country_code: behaviours['postal-code'] === 'optional' ? country : withoutPostalCode,
      postal_code: nullableText(200),
    },
    { requiredKeys: ['country_code'] },
  );
  return fc.tuple(optional, fc.oneof(placed, placedAnywhere)).map(([fields, place]) => ({ ...fields, ...place }));
}

/** Bodies that change an address, including the empty one. A country has a postal code, which is never cleared. */
export function addressUpdate(behaviours: Behaviours): Arbitrary<AddressUpdate> {
  const fields = fc.record({ ...describingFields(behaviours), postal_code: postalCode }, { requiredKeys: [] });
  const move = fc.option(fc.record({ country_code: country, postal_code: postalCode }), { nil: {} });
  return fc.tuple(fields, move).map(([changed, place]) => ({ ...changed, ...place }));
}

function describingFields(behaviours: Behaviours) {
  return {
    description: nullableText(1024),
    first_line: nullableText(1024),
    second_line: nullableText(1024),
    city: nullableText(200),
    region: nullableText(200),
    custom_data: customData(behaviours),
  };
}
