import type { components } from '#openapi/generated/guide.ts';
import type { ChangeOf } from '../../state/change.ts';
import type { Creation } from '../../time/moment.ts';
import { storeCustomData } from '../custom-data.ts';
import { announce } from './transitions.ts';

export type CustomerCreate = components['schemas']['customer-create'];

/**
 * Creates a customer.
 *
 * @param conflict ID of another customer with the email address, if addresses must be unique
 * @evidence official: active, without consent and without import data if nothing was sent
 */
export function create(input: CustomerCreate, creation: Creation, conflict: string | undefined): ChangeOf<'customers'> {
  const { id, now, behaviours } = creation;
  const customer = {
    id,
    name: input.name ?? null,
    email: input.email,
    marketing_consent: input.marketing_consent ?? false,
    status: 'active' as const,
    custom_data: storeCustomData(input.custom_data, behaviours),
    locale: input.locale ?? (behaviours['customer-locale-default'] === 'en' ? 'en' : null),
    created_at: now,
    updated_at: now,
    import_meta: input.import_meta ?? null,
  };
  return announce(customer, 'customer.created', creation, conflict);
}
