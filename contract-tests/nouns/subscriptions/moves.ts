import fc, { type Arbitrary } from 'fast-check';
import type { JsonObject } from '#openapi/document/json.ts';
import { expect } from '../../law/expect.ts';
import type { Moves } from '../../lifecycles/commands.ts';
import { badRequest, dataIn, notFound, refused } from '../../lifecycles/expectations.ts';
import { anyOne, find, insert, type Move, pick, type Walk } from '../../lifecycles/move.ts';
import type { Account, Answer } from '../../targets/account.ts';
import type { Seed, Target } from '../../targets/target.ts';
import { unknownId } from '../arrange.ts';
import { transactionOf } from '../transactions/arbitrary.ts';
import { walk } from '../walk.ts';
import { subscriptionOf, subscriptionsByStatus } from './arbitrary.ts';
import { type Bought, type Filters, isFound, type Owner, type State } from './model.ts';

const times = ['2026-07-01T00:00:00Z', '2026-07-02T00:00:00Z', '2026-07-03T00:00:00Z'] as const;
const mode = fc.constantFrom('automatic', 'manual');
const cancelling = { action: 'cancel', effective_at: '2026-08-01T00:00:00Z', resume_at: null };

const subscription = fc.record({
  status: fc.constantFrom(...statusesOf(subscriptionsByStatus)),
  collection_mode: mode,
  scheduled_change: fc.constantFrom(null, cancelling),
  updated_at: fc.constantFrom(...times),
});

const transaction = fc.record({
  status: fc.constantFrom('completed', 'ready', 'billed'),
  collection_mode: mode,
  origin: fc.constantFrom('web', 'api'),
  updated_at: fc.constantFrom(...times),
});

const getSubscription: Arbitrary<Move<State>> = anyOne.map((which) => ({
  text: `getSubscription(${which})`,
  plan(known) {
    const subscription_id = pick(known.subscriptions, which)?.id ?? unknownId('sub');
    return {
      send: (account) => account.send('getSubscription', { path: { subscription_id } }),
      next: (state, answer) => afterRead(state, state.subscriptions, subscription_id, answer),
    };
  },
}));

const getTransaction: Arbitrary<Move<State>> = anyOne.map((which) => ({
  text: `getTransaction(${which})`,
  plan(known) {
    const transaction_id = pick(known.transactions, which)?.id ?? unknownId('txn');
    return {
      send: (account) => account.send('getTransaction', { path: { transaction_id } }),
      next: (state, answer) => afterRead(state, state.transactions, transaction_id, answer),
    };
  },
}));

/** Reads with the ID of another kind, and lists with an invalid filter. */
const illegal: Arbitrary<Move<State>> = fc
  .tuple(anyOne, fc.constantFrom('a subscription as a transaction', 'an unknown status', 'a customer as an address'))
  .map(([which, text]) => ({
    text: `illegal(${which}, ${text})`,
    plan(known) {
      const [id, owner] = [pick(known.subscriptions, which)?.id ?? unknownId('sub'), pick(known.owners, which)];
      return {
        send(account) {
          if (text.startsWith('a sub')) return account.send('getTransaction', { path: { transaction_id: id } });
          const query = text.startsWith('an') ? { status: 'archived' } : { address_id: owner?.customer_id ?? 'x' };
          return account.send('listSubscriptions', { query });
        },
        // A value outside an enum may have its own code.
        next: (state, answer) => refused(state, answer, badRequest, { ...badRequest, code: 'invalid_field' }),
      };
    },
  }));

/** Creates a portal session for subscriptions, which is refused if one belongs to another customer. */
const portal: Arbitrary<Move<State>> = fc.tuple(anyOne, fc.uniqueArray(anyOne, { maxLength: 3 })).map(
  ([whose, which]): Move<State> => ({
    text: `createCustomerPortalSession(${whose}, ${JSON.stringify(which)})`,
    plan(known) {
      const customer_id = pick(known.owners, whose)?.customer_id;
      if (customer_id === undefined) return null;
      const chosen = [...new Set(which.flatMap((nth) => pick(known.subscriptions, nth) ?? []))];
      const body = { subscription_ids: chosen.map(({ id }) => id) };
      return {
        send: (account) => account.send('createCustomerPortalSession', { path: { customer_id }, body }),
        next(state, answer) {
          // The error is not published.
          if (chosen.some((one) => one.customer_id !== customer_id))
            return refused(state, answer, badRequest, { ...badRequest, code: 'invalid_field' }, notFound);
          const subscriptions = chosen.map(({ id }) => expect.objectContaining({ id }));
          expect(dataIn(answer.body)).toMatchObject({ customer_id, urls: { subscriptions } });
          return state;
        },
      };
    },
  }),
);

const filters = fc.record(
  {
    status: fc.constantFrom('active', 'paused', 'canceled', 'active,trialing', 'completed', 'ready,billed'),
    collection_mode: mode,
    scheduled_change_action: fc.constantFrom('cancel', 'pause', 'pause,cancel'),
    origin: fc.constantFrom('web', 'api', 'api,subscription_recurring'),
    'updated_at[GT]': fc.constantFrom(...times),
    'updated_at[LTE]': fc.constantFrom(...times),
  },
  { requiredKeys: [] },
);

const asked = fc.record({
  whose: fc.option(anyOne, { nil: undefined }),
  per_page: fc.integer({ min: 1, max: 4 }),
  isAscending: fc.boolean(),
  filters,
});

const listTransactions: Arbitrary<Walk<State>> = asked.map(({ whose, per_page, isAscending, filters: all }) => {
  const { scheduled_change_action: _, status, ...others } = all;
  const isSubscriptions = /active|paused|canceled/.test(status ?? '');
  const narrowed = { ...others, ...(status && !isSubscriptions && { status }) };
  return listing('transactions', whose, per_page, isAscending, narrowed, async (account, query) =>
    (await walk((start) => account.call('listTransactions', { query: { ...query, ...start } }))).map(({ id }) => id),
  );
});

function listing(
  of: 'subscriptions' | 'transactions',
  whose: number | undefined,
  per_page: number,
  isAscending: boolean,
  narrowed: Filters,
  read: (account: Account, query: Record<string, string | number>) => Promise<readonly string[]>,
): Walk<State> {
  return {
    text: `${of}(${whose}, ${per_page}, ${isAscending}, ${JSON.stringify(narrowed)})`,
    plan(known) {
      const customer_id = whose === undefined ? undefined : pick(known.owners, whose)?.customer_id;
      const query = { per_page, order_by: `id[${isAscending ? 'ASC' : 'DESC'}]`, ...narrowed };
      return {
        read: async (account) => (await read(account, customer_id ? { ...query, customer_id } : query)).map(byId),
        listed: (state) =>
          state[of]
            .filter((one) => (customer_id ?? one.customer_id) === one.customer_id)
            .filter((one) => isFound(one, narrowed))
            .map(({ id }) => byId(id)),
        isAscending,
      };
    },
  };
}

const byId = (id: string) => ({ id });

function afterRead(state: State, entities: readonly Bought[], id: string, answer: Answer): State {
  if (!entities.some((one) => one.id === id)) return refused(state, answer, notFound);
  const { whole } = find(entities, id);
  // Ignores links and products, which the target generates.
  const { management_urls: _, items: __, custom_data: ___, ...rest } = whole;
  expect({ status: answer.status, data: dataIn(answer.body) }).toMatchObject({ status: 200, data: rest });
  return state;
}

function boughtOf({ customer_id, address_id }: Owner, whole: JsonObject & { readonly id: string }): Bought {
  const { id, status, collection_mode, subscription_id, scheduled_change, origin, updated_at } = whole;
  return {
    ...{ id, customer_id, address_id, whole, updated_at: String(updated_at), origin: String(origin) },
    ...{ status: String(status), collection_mode: String(collection_mode) },
    subscription_id: typeof subscription_id === 'string' ? subscription_id : null,
    scheduled: scheduled_change ? 'cancel' : null,
  };
}

function addressOf({ customer_id, address_id }: Owner) {
  return { customer_id, id: address_id };
}

function statusesOf<Name extends string>(table: Readonly<Record<Name, object>>): Name[] {
  return Object.keys(table).filter((name): name is Name => name in table);
}

/** Returns the moves of seeded subscriptions and transactions. */
export function readingMoves({ behaviours, contract, can }: Target): Moves<State> {
  // Lists of transactions have the filter by time of change on all targets.
  const subscriptionsHaveTimes = behaviours['updated-at-filter'] === 'customers-and-subscriptions';

  const putSubscription: Arbitrary<Move<State>> = fc.tuple(anyOne, subscription).map(([whose, fields]) => ({
    text: `subscription(${whose}, ${JSON.stringify(fields)})`,
    plan(known) {
      const owner = pick(known.owners, whose);
      if (!owner) return null;
      const whole = subscriptionOf(contract, addressOf(owner), { ...subscriptionsByStatus[fields.status], ...fields });
      return putting({ subscriptions: [whole] }, (state) => ({
        ...state,
        subscriptions: insert(state.subscriptions, boughtOf(owner, whole)),
      }));
    },
  }));

  const putTransaction: Arbitrary<Move<State>> = fc
    .tuple(anyOne, anyOne, fc.boolean(), transaction)
    .map(([whose, which, isRenewal, fields]) => ({
      text: `transaction(${whose}, ${isRenewal ? which : null}, ${JSON.stringify(fields)})`,
      plan(known) {
        const renewed = isRenewal ? pick(known.subscriptions, which) : null;
        const owner = renewed ?? pick(known.owners, whose);
        if (!owner) return null;
        const own = renewed ? { subscription_id: renewed.id, origin: 'subscription_recurring' } : {};
        const whole = transactionOf(contract, addressOf(owner), { ...fields, ...own });
        return putting({ transactions: [whole] }, (state) => ({
          ...state,
          transactions: insert(state.transactions, boughtOf(owner, whole)),
        }));
      },
    }));

  /** Seeds the account. */
  function putting(seed: Seed, next: (state: State) => State) {
    return {
      async send(account: Account): Promise<Answer> {
        await can.seed?.(account, seed);
        return { status: 200, headers: new Headers(), body: undefined };
      },
      next,
    };
  }

  const listSubscriptions: Arbitrary<Walk<State>> = asked.map(({ whose, per_page, isAscending, filters: all }) => {
    const { origin: _, ...rest } = all;
    const { 'updated_at[GT]': __, 'updated_at[LTE]': ___, ...timeless } = rest;
    const isTransactions = /completed|ready/.test(all.status ?? '');
    const { status, ...others } = subscriptionsHaveTimes ? rest : timeless;
    const narrowed = { ...others, ...(status && !isTransactions && { status }) };
    return listing('subscriptions', whose, per_page, isAscending, narrowed, async (account, query) =>
      (await walk((start) => account.call('listSubscriptions', { query: { ...query, ...start } }))).map(({ id }) => id),
    );
  });

  return {
    moves: [putSubscription, putTransaction, getSubscription, getTransaction, portal, illegal],
    contended: [putSubscription, putTransaction],
    walks: [listSubscriptions, listTransactions],
  };
}
