import { businessCreate, businessUpdate, type Contact } from '../../arbitraries/businesses.ts';
import { target } from '../../targets/under-test.ts';
import { belongings } from './belongings.ts';
import { businessOf } from './model.ts';

const { behaviours } = target;

/** @evidence assumed, for `null` where a contact has no name */
const stored = (contacts: readonly Contact[]) => contacts.map(({ name = '', email }) => ({ name, email }));

export const {
  moves: businessMoves,
  contended: contendedBusinessMoves,
  walks: businessWalks,
} = belongings({
  of: 'businesses',
  noun: 'business',
  prefix: 'biz',
  create: 'createBusiness',
  update: 'updateBusiness',
  get: 'getBusiness',
  list: (account, customer_id, query) => account.call('listBusinesses', { path: { customer_id }, query }),
  creates: businessCreate(behaviours),
  updates: businessUpdate(behaviours),
  make: (body) => ({ ...businessOf(body), contacts: stored(body.contacts ?? []) }),
  store: ({ contacts, ...update }) => ({ ...update, ...(contacts && { contacts: stored(contacts) }) }),
  bad: { name: '' },
});
