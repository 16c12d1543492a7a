import { isDeepStrictEqual } from 'node:util';
import fc, { type Arbitrary } from 'fast-check';
import type { CustomData } from '../../arbitraries/custom-data.ts';
import type { OperationId } from '../../contract/operations.ts';
import type { Moves } from '../../lifecycles/commands.ts';
import {
  badRequest,
  changed,
  created,
  entityArchived,
  notFound,
  refused,
  same,
} from '../../lifecycles/expectations.ts';
import { anyOne, find, insert, type Listed, type Move, pick, replace, type Walk } from '../../lifecycles/move.ts';
import type { Account } from '../../targets/account.ts';
import { unknownId } from '../arrange.ts';
import { type Page, type PageStart, walk } from '../walk.ts';
import type { Belonging, Rules, State } from './model.ts';
import { anyStatus, askedStatus } from './moves.ts';

/** A kind of entity that belongs to customers. */
export type Kind<Create extends object, Update extends object> = {
  readonly of: 'addresses' | 'businesses';
  readonly noun: 'address' | 'business';
  readonly prefix: 'add' | 'biz';
  readonly create: OperationId;
  readonly update: OperationId;
  readonly get: OperationId;
  readonly list: (account: Account, customer_id: string, query: Query & PageStart) => Promise<Page<Listed>>;
  readonly creates: Arbitrary<Create>;
  readonly updates: Arbitrary<Update>;
  /** Returns the entity that a body creates, without the generated fields. */
  readonly make: (body: Create) => Omit<Belonging, 'id' | 'created_at' | 'updated_at' | 'customer_id'>;
  /** Returns an update as it is stored. */
  readonly store: (update: Update) => object;
  /** A body that does not match the schema. */
  readonly bad: object;
};

type Query = { readonly per_page: number; readonly order_by: string; readonly status?: string };

/** Returns the moves of a kind of entity that belongs to customers. */
export function belongings<Create extends object, Update extends { readonly custom_data?: CustomData | null }>(
  { isListed, withEvent, withUpdate }: Rules,
  kind: Kind<Create, Update>,
): Moves<State> {
  const put = (state: State, entities: readonly Belonging[]): State => ({ ...state, [kind.of]: entities });
  const pathTo = ({ id, customer_id }: Belonging) => ({ customer_id, [`${kind.noun}_id`]: id });

  // Concentrated on two customers, so that their lists have several pages.
  const create = fc.tuple(fc.nat(1), kind.creates).map(
    ([whose, body]): Move<State> => ({
      text: `${kind.create}(${whose}, ${JSON.stringify(body)})`,
      plan(known) {
        const customer_id = pick(known.customers, whose)?.id;
        if (customer_id === undefined) return null;
        return {
          send: (account) => account.send(kind.create, { path: { customer_id }, body }),
          next(state, answer) {
            if (find(state.customers, customer_id).status === 'archived') return refused(state, answer, entityArchived);
            const entity = created(answer, { ...kind.make(body), customer_id });
            return withEvent(put(state, insert(state[kind.of], entity)), `${kind.noun}.created`, entity);
          },
        };
      },
    }),
  );

  const update = fc.tuple(anyOne, kind.updates, anyStatus).map(([which, fields, status]): Move<State> => {
    const body = { ...fields, ...(status && { status }) };
    return {
      text: `${kind.update}(${which}, ${JSON.stringify(body)})`,
      plan(known) {
        const before = pick(ofActive(known, known[kind.of]), which);
        if (!before) return null;
        return {
          send: (account) => account.send(kind.update, { path: pathTo(before), body }),
          next(state, answer) {
            const entity = find(state[kind.of], before.id);
            const isOfActive = ofActive(state, [entity]).length === 1;
            if (entity.status === 'archived' && status !== 'active') return refused(state, answer, entityArchived);
            if (!isOfActive && answer.status >= 400) return refused(state, answer, entityArchived, notFound);
            const after = changed(answer, withUpdate(entity, { ...body, ...kind.store(fields) }));
            const isChange = !isDeepStrictEqual({ ...after, updated_at: entity.updated_at }, entity);
            return withEvent(put(state, replace(state[kind.of], after)), `${kind.noun}.updated`, after, isChange);
          },
        };
      },
    };
  });

  /** Reads or updates one under any customer; only its own customer has it. */
  const foreign = fc.tuple(anyOne, anyOne, fc.boolean()).map(
    ([which, whose, isChange]): Move<State> => ({
      text: `${isChange ? kind.update : kind.get}(${which} of ${whose})`,
      plan(known) {
        const [entity, customer] = [pick(known[kind.of], which), pick(known.customers, whose)];
        if (!entity || !customer) return null;
        const isOwn = customer.id === entity.customer_id;
        const path = { ...pathTo(entity), customer_id: customer.id };
        return {
          send: (account) =>
            isChange && !isOwn
              ? account.send(kind.update, { path, body: { custom_data: { taken: 'yes' } } })
              : account.send(kind.get, { path }),
          next: (state, answer) =>
            isOwn ? same(state, answer, find(state[kind.of], entity.id)) : refused(state, answer, notFound),
        };
      },
    }),
  );

  const illegal = fc.constantFrom('unknown customer', 'unknown ID', 'invalid body').map(
    (text): Move<State> => ({
      text: `illegal(${kind.create}, ${text})`,
      plan(known) {
        const customer_id = ofActive(known, known[kind.of])[0]?.customer_id;
        if (customer_id === undefined) return null;
        return {
          send(account) {
            const path = { customer_id, [`${kind.noun}_id`]: unknownId(kind.prefix) };
            if (text === 'unknown ID') return account.send(kind.get, { path });
            if (text === 'invalid body') return account.send(kind.create, { path: { customer_id }, body: kind.bad });
            return account.send(kind.get, { path: { ...path, customer_id: unknownId('ctm') } });
          },
          next: (state, answer) => refused(state, answer, text === 'invalid body' ? badRequest : notFound),
        };
      },
    }),
  );

  const list = fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 2 }), fc.boolean(), askedStatus).map(
    ([whose, per_page, isAscending, status]): Walk<State> => ({
      text: `${kind.of}(${whose}, ${per_page}, ${isAscending}, ${status})`,
      plan(known) {
        const customer_id = pick(known.customers, whose)?.id;
        if (customer_id === undefined) return null;
        const query = { per_page, order_by: `id[${isAscending ? 'ASC' : 'DESC'}]`, ...(status && { status }) };
        return {
          read: (account) => walk((start) => kind.list(account, customer_id, { ...query, ...start })),
          listed: (state) =>
            state[kind.of].filter((entity) => entity.customer_id === customer_id && isListed(entity, status)),
          isAscending,
        };
      },
    }),
  );

  return { moves: [create, update, foreign, illegal], contended: [create, update], walks: [list] };
}

/** Excludes entities of archived customers, since their behaviour is undocumented. */
function ofActive({ customers }: State, entities: readonly Belonging[]): readonly Belonging[] {
  const active = new Set(customers.filter(({ status }) => status === 'active').map(({ id }) => id));
  return entities.filter(({ customer_id }) => active.has(customer_id));
}
