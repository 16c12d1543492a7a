import type { components } from '#openapi/generated/guide.ts';
import { paddleError } from '../../errors.ts';
import type { Change } from '../../state/store.ts';
import type { Birth } from '../../time/moment.ts';
import { storeCustomData } from '../custom-data.ts';
import { refuseUnusableEmail } from '../email.ts';

export type CustomerCreate = components['schemas']['customer-create'];

/**
 * Makes a customer.
 *
 * @param conflict ID of a customer who has the email address already, where no two may have it
 * @evidence official: active, without consent and without import data where nothing was sent
 */
export function create(input: CustomerCreate, { id, now, behaviours }: Birth, conflict: string | undefined): Change {
  refuseUnusableEmail(input.email);
  // @evidence assumed: archived customers count too, and upper and lower case differ.
  if (conflict !== undefined) throw paddleError('customer_already_exists', { customer_id: conflict });
  return {
    kind: 'customers',
    entity: {
      id,
      name: input.name ?? null,
      email: input.email,
      marketing_consent: input.marketing_consent ?? false,
      status: 'active',
      custom_data: storeCustomData(input.custom_data, behaviours),
      locale: input.locale ?? (behaviours['customer-locale-default'] === 'en' ? 'en' : null),
      created_at: now,
      updated_at: now,
      import_meta: input.import_meta ?? null,
    },
    events: ['customer.created'],
  };
}
