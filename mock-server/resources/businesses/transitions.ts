import type { components } from '#openapi/generated/guide.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import { archivableMoves, updateOperation } from '../archivable-moves.ts';
import { storeCustomData, type WithCustomData } from '../custom-data.ts';
import { move } from '../moves.ts';
import type { Business } from './kind.ts';

export type BusinessUpdate = WithCustomData<components['schemas']['business-update']>;

const moves = archivableMoves('businesses');

/** Announces a new business. */
export function announce(business: Business, type: 'business.created' | 'business.imported'): ChangeOf<'businesses'> {
  const status = move(moves, 'announce', business);
  return changed('businesses', { ...business, status }, [type]);
}

/** Changes the fields that were sent. Contacts are replaced as a whole. */
export function update(business: Business, input: BusinessUpdate, { now, behaviours }: Moment): ChangeOf<'businesses'> {
  const status = move(moves, updateOperation(input), business);
  const { custom_data = business.custom_data, contacts = business.contacts, ...fields } = input;
  const entity: Business = {
    ...business,
    ...fields,
    status,
    contacts: storeContacts(contacts),
    custom_data: storeCustomData(custom_data, behaviours),
    updated_at: now,
  };
  return changed('businesses', entity, ['business.updated']);
}

type Contact = { name?: string; email: string };

/** @evidence official: a contact's name is a string; assumed: empty if none was sent. */
export function storeContacts(contacts: readonly Contact[] | null = null): Business['contacts'] {
  return (contacts ?? []).map(({ name = '', email }) => ({ name, email }));
}
