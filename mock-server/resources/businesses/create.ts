import type { components } from '#openapi/generated/guide.ts';
import type { Business, Customer } from '../../state/entities.ts';
import type { Change } from '../../state/store.ts';
import { storeCustomData } from '../custom-data.ts';
import { refuseArchivedCustomer } from '../customers/transitions.ts';
import type { Birth } from '../moment.ts';

export type BusinessCreate = components['schemas']['business-create'];

/** Makes a business of a customer. */
export function create(customer: Customer, input: BusinessCreate, { id, now, behaviours }: Birth): Change {
  refuseArchivedCustomer(customer);
  return {
    kind: 'businesses',
    entity: {
      id,
      customer_id: customer.id,
      name: input.name,
      company_number: input.company_number ?? null,
      tax_identifier: input.tax_identifier ?? null,
      status: 'active',
      contacts: storeContacts(input.contacts ?? []),
      created_at: now,
      updated_at: now,
      custom_data: storeCustomData(input.custom_data, behaviours),
      import_meta: null,
    },
    events: ['business.created'],
  };
}

type Contact = { name?: string | null; email: string };

/** @evidence assumed: a contact without a name has the name `null`. */
export function storeContacts(contacts: readonly Contact[]): Business['contacts'] {
  return contacts.map(({ name = null, email }) => ({ name, email }));
}
