import { addressCreate, addressUpdate } from '../../arbitraries/addresses.ts';
import { target } from '../../targets/under-test.ts';
import { belongings } from './belongings.ts';
import { addressOf } from './model.ts';

const { behaviours } = target;

export const {
  moves: addressMoves,
  contended: contendedAddressMoves,
  walks: addressWalks,
} = belongings({
  of: 'addresses',
  noun: 'address',
  prefix: 'add',
  create: 'createAddress',
  update: 'updateAddress',
  get: 'getAddress',
  list: (account, customer_id, query) => account.call('listAddresses', { path: { customer_id }, query }),
  creates: addressCreate(behaviours),
  updates: addressUpdate(behaviours),
  make: addressOf,
  store: (update) => update,
  bad: { country_code: 'Ireland' },
});
