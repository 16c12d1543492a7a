import fc, { type Arbitrary } from 'fast-check';
import { type CustomData, customData } from '../../arbitraries/custom-data.ts';
import { email } from '../../arbitraries/email.ts';
import { nullableText, text } from '../../arbitraries/text.ts';
import type { Behaviours } from '../../contract/behaviours.ts';

export type Contact = { readonly email: string; readonly name?: string };

export type BusinessUpdate = {
  readonly name?: string;
  readonly company_number?: string | null;
  readonly tax_identifier?: string | null;
  readonly contacts?: readonly Contact[];
  readonly custom_data?: CustomData | null;
};

export type BusinessCreate = BusinessUpdate & { readonly name: string };

/** Bodies that create a business. */
export function businessCreate(behaviours: Behaviours): Arbitrary<BusinessCreate> {
  return fc.record(businessFields(behaviours), { requiredKeys: ['name'] });
}

/** Bodies that change a business, including the empty one. */
export function businessUpdate(behaviours: Behaviours): Arbitrary<BusinessUpdate> {
  return fc.record(businessFields(behaviours), { requiredKeys: [] });
}

const contact: Arbitrary<Contact> = fc.record({ email, name: text(1024) }, { requiredKeys: ['email'] });
const hundredContacts = fc.constant(Array.from({ length: 100 }, (_, index) => ({ email: `sam.${index}@example.com` })));

function businessFields(behaviours: Behaviours) {
  return {
    name: text(1024, 1),
    company_number: nullableText(1024),
    tax_identifier: nullableText(1024),
    contacts: fc.oneof(
      { weight: 8, arbitrary: fc.uniqueArray(contact, { maxLength: 4, selector: (one) => one.email }) },
      { weight: 1, arbitrary: hundredContacts },
    ),
    custom_data: customData(behaviours),
  };
}
