import fc, { type Arbitrary } from 'fast-check';
import { type CustomData, customData } from '../../arbitraries/custom-data.ts';
import { email } from '../../arbitraries/email.ts';
import { nullableText } from '../../arbitraries/text.ts';
import type { Behaviours } from '../../contract/behaviours.ts';

export type ImportMeta = { readonly imported_from: string; readonly external_id?: string | null };

export type CustomerUpdate = {
  readonly email?: string;
  readonly name?: string | null;
  readonly locale?: string | null;
  readonly custom_data?: CustomData | null;
  readonly marketing_consent?: boolean;
};

export type CustomerCreate = CustomerUpdate & { readonly email: string; readonly import_meta?: ImportMeta | null };

/** Language tags with language, script and region, in the usual letter case. */
export const locale = fc.constantFrom('en', 'en-US', 'en-GB', 'pt-BR', 'de', 'zh-Hans-CN', 'es-419', 'fil');

/** Bodies that create a customer. */
export function customerCreate(behaviours: Behaviours): Arbitrary<CustomerCreate> {
  const { email: address, ...optional } = customerFields(behaviours);
  const body = fc.record({ email: address, ...optional }, { requiredKeys: ['email'] });
  if (behaviours['import-meta'] === 'read-only') return body;
  const imported = fc.record({ import_meta: fc.option(importMetaSent) }, { requiredKeys: [] });
  return fc.tuple(body, imported).map(([fields, meta]) => ({ ...fields, ...meta }));
}

/** Bodies that change a customer, including the empty one, without `status`. */
export function customerUpdate(behaviours: Behaviours): Arbitrary<CustomerUpdate> {
  return fc.record(customerFields(behaviours), { requiredKeys: [] });
}

function customerFields(behaviours: Behaviours) {
  return {
    email,
    name: nullableText(1024),
    locale: behaviours['customer-locale-default'] === 'null' ? fc.option(locale) : locale,
    custom_data: customData(behaviours),
    ...(behaviours['marketing-consent'] === 'writable' ? { marketing_consent: fc.boolean() } : {}),
  };
}

const importMetaSent: Arbitrary<ImportMeta> = fc.record(
  {
    imported_from: fc.constantFrom('paddle_classic', 'crm', 'x'.repeat(200)),
    external_id: fc.option(fc.constantFrom('1', '9b95b0b8-e10f-441a-862e-1936a6d818ab', 'x'.repeat(200))),
  },
  { requiredKeys: ['imported_from'] },
);
