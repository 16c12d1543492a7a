import type { components } from '#openapi/generated/guide.ts';
import type { Customer } from '../../state/entities.ts';
import type { Change } from '../../state/store.ts';
import type { Birth } from '../../time/moment.ts';
import { storeCustomData } from '../custom-data.ts';
import { refuseArchivedCustomer } from '../customers/transitions.ts';
import { supportedCountry } from './countries.ts';
import { refuseMissingPostalCode } from './transitions.ts';

export type AddressCreate = components['schemas']['address-create'];

/** Makes an address of a customer. */
export function create(customer: Customer, input: AddressCreate, { id, now, behaviours }: Birth): Change {
  refuseArchivedCustomer(customer);
  const country = supportedCountry(input.country_code);
  refuseMissingPostalCode(country, input.postal_code, behaviours);
  return {
    kind: 'addresses',
    entity: {
      id,
      customer_id: customer.id,
      description: input.description ?? null,
      first_line: input.first_line ?? null,
      second_line: input.second_line ?? null,
      city: input.city ?? null,
      postal_code: input.postal_code ?? null,
      region: input.region ?? null,
      country_code: country,
      custom_data: storeCustomData(input.custom_data, behaviours),
      status: 'active',
      created_at: now,
      updated_at: now,
      import_meta: null,
    },
    events: ['address.created'],
  };
}
