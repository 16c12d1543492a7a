import type { components } from '#openapi/generated/guide.ts';
import type { Business, Customer } from '../../state/entities.ts';
import type { Change } from '../../state/store.ts';
import type { Birth } from '../../time/moment.ts';
import { storeCustomData } from '../custom-data.ts';
import { refuseArchivedCustomer } from '../customers/transitions.ts';

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
      contacts: storeContacts(input.contacts),
      created_at: now,
      updated_at: now,
      custom_data: storeCustomData(input.custom_data, behaviours),
      import_meta: null,
    },
    events: ['business.created'],
  };
}

type Contact = { name?: string; email: string };

/** @evidence official: the name of a contact is a text; assumed: an empty one where none was sent. */
export function storeContacts(contacts: readonly Contact[] | null = null): Business['contacts'] {
  return (contacts ?? []).map(({ name = '', email }) => ({ name, email }));
}
