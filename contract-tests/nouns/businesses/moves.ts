import { belongings } from '../customers/belongings.ts';
import type { Rules } from '../customers/model.ts';
import { businessCreate, businessUpdate, type Contact } from './arbitrary.ts';

/** @evidence assumed, for the empty name of a contact without one */
const stored = (contacts: readonly Contact[]) => contacts.map(({ name = '', email }) => ({ name, email }));

export const businessMoves = (rules: Rules) =>
  belongings(rules, {
    of: 'businesses',
    noun: 'business',
    prefix: 'biz',
    create: 'createBusiness',
    update: 'updateBusiness',
    get: 'getBusiness',
    list: (account, customer_id, query) => account.call('listBusinesses', { path: { customer_id }, query }),
    creates: businessCreate(rules.behaviours),
    updates: businessUpdate(rules.behaviours),
    make: (body) => ({ ...rules.businessOf(body), contacts: stored(body.contacts ?? []) }),
    store: ({ contacts, ...update }) => ({ ...update, ...(contacts && { contacts: stored(contacts) }) }),
    bad: { name: '' },
  });
