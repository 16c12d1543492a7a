import fc, { type Arbitrary, type AsyncCommand } from 'fast-check';
import { addressCreate, addressUpdate } from '../../arbitraries/addresses.ts';
import { walk } from '../../resources/walk.ts';
import { expect } from '../../runner/test-api.ts';
import type { Account } from '../../targets/account.ts';
import type { Behaviours } from '../../targets/behaviours.ts';
import { command, pick } from './command.ts';
import { addAddress, change, entityArchived, listed, type Model, notFound } from './model.ts';

type Command = AsyncCommand<Model, Account>;

function create(behaviours: Behaviours): Arbitrary<Command> {
  return fc.tuple(fc.nat(), addressCreate(behaviours)).map(([which, body]) =>
    command(`createAddress(${which}, ${JSON.stringify(body)})`, 1, async (model, account) => {
      const customer = pick(model.customers, which);
      const request = { path: { customer_id: customer.id }, body };
      if (customer.status === 'archived') {
        return expect(await account.refusal('createAddress', request)).toMatchObject(entityArchived);
      }
      const { data } = await account.call('createAddress', request);
      expect(data).toMatchObject(addAddress(model, data.id, customer, body));
    }),
  );
}

function update(behaviours: Behaviours): Arbitrary<Command> {
  const status = fc.option(fc.constantFrom('active', 'archived'), { nil: undefined, freq: 2 });
  return fc.tuple(fc.nat(), addressUpdate(behaviours), status).map(([which, fields, newStatus]) => {
    const body = { ...fields, ...(newStatus && { status: newStatus }) };
    return command(`updateAddress(${which}, ${JSON.stringify(body)})`, 1, async (model, account) => {
      const address = pickOfActiveCustomer(model, which);
      if (!address) return;
      const request = { path: { customer_id: address.customer_id, address_id: address.id }, body };
      if (address.status === 'archived' && body.status !== 'active') {
        return expect(await account.refusal('updateAddress', request)).toMatchObject(entityArchived);
      }
      change(model, address, body);
      expect((await account.call('updateAddress', request)).data).toMatchObject(address);
    });
  });
}

/** Reads an address below any customer: only its own has it. */
const get = fc.tuple(fc.nat(), fc.nat()).map(([which, whose]) =>
  command(`getAddress(${which}, ${whose})`, 1, async ({ customers, addresses }, account) => {
    if (addresses.length === 0) return;
    const [address, customer] = [pick(addresses, which), pick(customers, whose)];
    const path = { customer_id: customer.id, address_id: address.id };
    if (customer.id === address.customer_id)
      expect((await account.call('getAddress', { path })).data).toMatchObject(address);
    else expect(await account.refusal('getAddress', { path })).toMatchObject(notFound);
  }),
);

const list = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 })).map(([whose, per_page]) =>
  command(`listAddresses(${whose}, ${per_page})`, 1, async (model, account) => {
    const path = { customer_id: pick(model.customers, whose).id };
    const found = await walk((start) => account.call('listAddresses', { path, query: { per_page, ...start } }));
    const expected = listed(model, model.addresses).filter(({ customer_id }) => customer_id === path.customer_id);
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected.toReversed());
  }),
);

/** Whether an archived customer's address can be changed is documented nowhere, so those are left alone. */
function pickOfActiveCustomer({ customers, addresses }: Model, which: number) {
  const active = new Set(customers.filter(({ status }) => status === 'active').map(({ id }) => id));
  const candidates = addresses.filter(({ customer_id }) => active.has(customer_id));
  return candidates.length > 0 ? pick(candidates, which) : null;
}

export function addressCommands(behaviours: Behaviours): Arbitrary<Command>[] {
  return [create(behaviours), update(behaviours), get, list];
}
