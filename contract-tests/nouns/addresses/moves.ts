import { belongings } from '../customers/belongings.ts';
import type { Rules } from '../customers/model.ts';
import { addressCreate, addressUpdate } from './arbitrary.ts';

export const addressMoves = (rules: Rules) =>
  belongings(rules, {
    of: 'addresses',
    noun: 'address',
    prefix: 'add',
    create: 'createAddress',
    update: 'updateAddress',
    get: 'getAddress',
    list: (account, customer_id, query) => account.call('listAddresses', { path: { customer_id }, query }),
    creates: addressCreate(rules.behaviours),
    updates: addressUpdate(rules.behaviours),
    make: rules.addressOf,
    store: (update) => update,
    bad: { country_code: 'Ireland' },
  });
