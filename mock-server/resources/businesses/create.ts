import type { components } from '#openapi/generated/guide.ts';
import type { ChangeOf } from '../../state/change.ts';
import type { Creation } from '../../time/moment.ts';
import { storeCustomData } from '../custom-data.ts';
import type { Customer } from '../customers/kind.ts';
import { refuseArchivedCustomer } from '../customers/transitions.ts';
import { announce, storeContacts } from './transitions.ts';

export type BusinessCreate = components['schemas']['business-create'];

export function create(customer: Customer, input: BusinessCreate, creation: Creation): ChangeOf<'businesses'> {
  refuseArchivedCustomer(customer, creation);
  const { id, now, behaviours } = creation;
  const business = {
    id,
    customer_id: customer.id,
    name: input.name,
    company_number: input.company_number ?? null,
    tax_identifier: input.tax_identifier ?? null,
    status: 'active' as const,
    contacts: storeContacts(input.contacts),
    created_at: now,
    updated_at: now,
    custom_data: storeCustomData(input.custom_data, behaviours),
    import_meta: null,
  };
  return announce(business, 'business.created');
}
