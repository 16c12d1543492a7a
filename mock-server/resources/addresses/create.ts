import type { components } from '#openapi/generated/guide.ts';
import type { ChangeOf } from '../../state/change.ts';
import type { Creation } from '../../time/moment.ts';
import { storeCustomData } from '../custom-data.ts';
import type { Customer } from '../customers/kind.ts';
import { refuseArchivedCustomer } from '../customers/transitions.ts';
import { supportedCountry } from './countries.ts';
import { announce } from './transitions.ts';

export type AddressCreate = components['schemas']['address-create'];

export function create(customer: Customer, input: AddressCreate, creation: Creation): ChangeOf<'addresses'> {
  refuseArchivedCustomer(customer, creation);
  const { id, now, behaviours } = creation;
  const address = {
    id,
    customer_id: customer.id,
    description: input.description ?? null,
    first_line: input.first_line ?? null,
    second_line: input.second_line ?? null,
    city: input.city ?? null,
    postal_code: input.postal_code ?? null,
    region: input.region ?? null,
    country_code: supportedCountry(input.country_code),
    custom_data: storeCustomData(input.custom_data, behaviours),
    status: 'active' as const,
    created_at: now,
    updated_at: now,
    import_meta: null,
  };
  return announce(address, 'address.created', creation);
}
