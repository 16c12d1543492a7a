import { isDeepStrictEqual } from 'node:util';
import fc, { type Arbitrary } from 'fast-check';
import type { Moves } from '../../lifecycles/commands.ts';
import { badRequest, changed, created, notFound, refused, same } from '../../lifecycles/expectations.ts';
import { anyOne, find, insert, type Move, pick, replace, type Walk } from '../../lifecycles/move.ts';
import type { Answer } from '../../targets/account.ts';
import { unknownId } from '../arrange.ts';
import { walk } from '../walk.ts';
import { type CustomerUpdate, customerCreate, customerUpdate } from './arbitrary.ts';
import type { Rules, State, Status } from './model.ts';

/** Statuses for bodies and filters. */
export const anyStatus = fc.oneof<[fc.WeightedArbitrary<undefined>, Arbitrary<Status>]>(
  // Usually not changed, since archived entities allow few other moves.
  { weight: 8, arbitrary: fc.constant(undefined) },
  fc.constantFrom<Status>('active', 'archived'),
);
export const askedStatus = fc.option(fc.constantFrom('active', 'archived', 'active,archived'), { nil: undefined });

// At most one field, so that concurrent updates of different fields do not conflict.
const small: Arbitrary<CustomerUpdate> = fc.constantFrom<CustomerUpdate[]>(
  {},
  ...['Ada', 'Bob', null].map((name) => ({ name })),
  ...['de', 'fil'].map((locale) => ({ locale })),
  ...[{ plan: 'pro' }, { seats: '5' }, null].map((custom_data) => ({ custom_data })),
);

const get: Arbitrary<Move<State>> = anyOne.map((which) => ({
  text: `getCustomer(${which})`,
  plan(known) {
    const id = pick(known.customers, which)?.id;
    if (id === undefined) return null;
    return {
      send: (account) => account.send('getCustomer', { path: { customer_id: id } }),
      next: (state, answer) => same(state, answer, find(state.customers, id)),
    };
  },
}));

/** Requests for an unknown customer, and invalid bodies. */
const illegal: Arbitrary<Move<State>> = fc
  .constantFrom('read unknown', 'update unknown', 'partly invalid update', 'no email address')
  .map((text) => ({
    text: `illegal(${text})`,
    plan(known) {
      const [unknown, existing] = [unknownId('ctm'), known.customers[0]?.id ?? unknownId('ctm')];
      return {
        send(account) {
          if (text === 'read unknown') return account.send('getCustomer', { path: { customer_id: unknown } });
          if (text === 'no email address') return account.send('createCustomer', { body: { name: 'Sam' } });
          const id = text === 'update unknown' ? unknown : existing;
          const body = { name: 'Half', ...(text === 'partly invalid update' && { locale: 1 }) };
          return account.send('updateCustomer', { path: { customer_id: id }, body });
        },
        next: (state, answer) => refused(state, answer, text.endsWith('unknown') ? notFound : badRequest),
      };
    },
  }));

/** Returns the moves of customers. */
export function customerMoves(rules: Rules): Moves<State> {
  const { behaviours, can, customerOf, isListed, refusalOfEmail, refusalOfUpdate, withEvent, withUpdate } = rules;

  const create: Arbitrary<Move<State>> = fc.tuple(customerCreate(behaviours), fc.nat(3)).map(([fields, nth]) => ({
    text: `createCustomer(${JSON.stringify({ ...fields, email: nth })})`,
    plan(known) {
      const body = { ...fields, email: known.emails[nth] ?? fields.email };
      return {
        send: (account) => account.send('createCustomer', { body }),
        next(state, answer) {
          const refusal = refusalOfEmail(state, body.email);
          if (refusal) return refused(state, answer, refusal);
          const customer = created(answer, customerOf(body));
          return withEvent({ ...state, customers: insert(state.customers, customer) }, 'customer.created', customer);
        },
      };
    },
  }));
  const changes = fc.oneof(customerUpdate(behaviours), small);

  const update: Arbitrary<Move<State>> = fc
    .tuple(anyOne, changes, fc.option(fc.nat(3), { nil: undefined }), anyStatus)
    .map(([which, { email: _, ...fields }, nth, status]) => ({
      text: `updateCustomer(${which}, ${JSON.stringify({ ...fields, email: nth, status })})`,
      plan(known) {
        const id = pick(known.customers, which)?.id;
        if (id === undefined) return null;
        const email = nth === undefined ? undefined : known.emails[nth];
        const body = { ...fields, ...(email && { email }), ...(status && { status }) };
        return {
          send: (account) => account.send('updateCustomer', { path: { customer_id: id }, body }),
          next: (state, answer) => afterUpdate(state, id, body, answer),
        };
      },
    }));

  /** Archives with the endpoint if there is one, else by the status. */
  const archive: Arbitrary<Move<State>> = fc.nat(19).map((which) => ({
    text: `archiveCustomer(${which})`,
    plan(known) {
      const id = pick(known.customers, which)?.id;
      if (id === undefined) return null;
      const [path, body] = [{ customer_id: id }, { status: 'archived' as const }];
      return {
        send: (account) =>
          behaviours.archiving === 'endpoint'
            ? account.send('archiveCustomer', { path })
            : account.send('updateCustomer', { path, body }),
        // @evidence assumed, for the endpoint: archiving twice is like any update of an archived customer.
        next: (state, answer) => afterUpdate(state, id, body, answer),
      };
    },
  }));

  function afterUpdate(state: State, id: string, body: CustomerUpdate & { status?: Status }, answer: Answer): State {
    const refusal = refusalOfUpdate(state, id, body);
    if (refusal) return refused(state, answer, refusal);
    const before = find(state.customers, id);
    const after = changed(answer, withUpdate(before, body));
    const isChange = !isDeepStrictEqual({ ...after, updated_at: before.updated_at }, before);
    return withEvent({ ...state, customers: replace(state.customers, after) }, 'customer.updated', after, isChange);
  }

  const list: Arbitrary<Walk<State>> = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), askedStatus)
    .map(([per_page, isAscending, status]) => ({
      text: `listCustomers(${per_page}, ${isAscending}, ${status})`,
      plan() {
        // A shared account has other customers, so only lists of a customer's own entities are predictable.
        if (!can.isolate) return null;
        const query = { per_page, order_by: `id[${isAscending ? 'ASC' : 'DESC'}]`, ...(status && { status }) };
        return {
          read: (account) => walk((start) => account.call('listCustomers', { query: { ...query, ...start } })),
          listed: ({ customers }) => customers.filter((customer) => isListed(customer, status)),
          isAscending,
        };
      },
    }));

  return { moves: [create, update, get, archive, illegal], contended: [create, update, archive], walks: [list] };
}
