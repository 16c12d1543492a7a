import type { components } from '#openapi/generated/guide.ts';
import { paddleError } from '../../errors.ts';
import type { Business } from '../../state/entities.ts';
import type { Change } from '../../state/store.ts';
import type { Moment } from '../../time/moment.ts';
import { storeCustomData } from '../custom-data.ts';
import { storeContacts } from './create.ts';

export type BusinessUpdate = components['schemas']['business-update'];

// Legal moves. An active business can be changed and archived; an archived one can only be made active again.

/**
 * Changes the fields that were sent. Contacts are replaced whole.
 *
 * @see https://developer.paddle.com/errors/shared/entity_archived
 */
export function update(business: Business, input: BusinessUpdate, { now, behaviours }: Moment): Change {
  if (business.status === 'archived' && input.status !== 'active')
    throw paddleError('entity_archived', { entity: 'Business', id: business.id });
  const { custom_data = business.custom_data, contacts = business.contacts, ...fields } = input;
  const entity: Business = {
    ...business,
    ...fields,
    contacts: storeContacts(contacts),
    custom_data: storeCustomData(custom_data, behaviours),
    updated_at: now,
  };
  return { kind: 'businesses', entity, events: ['business.updated'] };
}
