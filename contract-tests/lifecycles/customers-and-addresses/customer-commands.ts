import fc, { type Arbitrary, type AsyncCommand } from 'fast-check';
import { type CustomerCreate, customerCreate, customerUpdate } from '../../arbitraries/customers.ts';
import { walk } from '../../resources/walk.ts';
import { expect } from '../../runner/test-api.ts';
import type { Account } from '../../targets/account.ts';
import type { Behaviours } from '../../targets/behaviours.ts';
import { command, pick } from './command.ts';
import { addCustomer, change, listed, type Model, refusalOfEmail, refusalOfUpdate } from './model.ts';

export type Command = AsyncCommand<Model, Account>;

// Few addresses, so that some are sent twice.
const email = fc.constantFrom('ada@example.com', 'bob+1@example.com', 'cy@mail.example.com', 'di@example.com');

function create(behaviours: Behaviours): Arbitrary<Command> {
  return fc.tuple(customerCreate(behaviours), email).map(([fields, address]) => {
    const body: CustomerCreate = { ...fields, email: address };
    return command(`createCustomer(${JSON.stringify(body)})`, 0, async (model, account) => {
      const refusal = refusalOfEmail(model, body.email);
      if (refusal) return expect(await account.refusal('createCustomer', { body })).toMatchObject(refusal);
      const { data } = await account.call('createCustomer', { body });
      expect(data).toMatchObject(addCustomer(model, data.id, body));
    });
  });
}

function update(behaviours: Behaviours): Arbitrary<Command> {
  const status = fc.option(fc.constantFrom('active', 'archived'), { nil: undefined, freq: 3 });
  const address = fc.option(email, { nil: undefined });
  return fc
    .tuple(fc.nat(), customerUpdate(behaviours), address, status)
    .map(([which, { email: _, ...fields }, newEmail, newStatus]) => {
      const body = { ...fields, ...(newEmail && { email: newEmail }), ...(newStatus && { status: newStatus }) };
      return command(`updateCustomer(${which}, ${JSON.stringify(body)})`, 1, async (model, account) => {
        const customer = pick(model.customers, which);
        const request = { path: { customer_id: customer.id }, body };
        const refusal = refusalOfUpdate(model, customer, body);
        if (refusal) return expect(await account.refusal('updateCustomer', request)).toMatchObject(refusal);
        change(model, customer, body);
        expect((await account.call('updateCustomer', request)).data).toMatchObject(customer);
      });
    });
}

const get = fc.nat().map((which) =>
  command(`getCustomer(${which})`, 1, async ({ customers }, account) => {
    const customer = pick(customers, which);
    expect((await account.call('getCustomer', { path: { customer_id: customer.id } })).data).toMatchObject(customer);
  }),
);

/** Archives by the endpoint where there is one, by the status elsewhere. */
const archive = fc.nat().map((which) =>
  command(`archiveCustomer(${which})`, 1, async (model, account) => {
    const customer = pick(model.customers, which);
    const path = { customer_id: customer.id };
    const operation = model.behaviours.archiving === 'endpoint' ? 'archiveCustomer' : 'updateCustomer';
    const request = operation === 'archiveCustomer' ? { path } : { path, body: { status: 'archived' } };
    // @evidence assumed, for the endpoint: archiving twice is answered like any other change of an archived customer.
    const refusal = refusalOfUpdate(model, customer, { status: 'archived' });
    if (refusal) return expect(await account.refusal(operation, request)).toMatchObject(refusal);
    customer.status = 'archived';
    expect((await account.call(operation, request)).data).toMatchObject(customer);
  }),
);

const list = fc.integer({ min: 1, max: 7 }).map((per_page) =>
  command(`listCustomers(${per_page})`, 0, async (model, account) => {
    const found = await walk((start) =>
      account.call('listCustomers', { query: { per_page, order_by: 'id[ASC]', ...start } }),
    );
    const expected = listed(model, model.customers);
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  }),
);

export function customerCommands(behaviours: Behaviours): Arbitrary<Command>[] {
  return [create(behaviours), update(behaviours), get, archive, list];
}
