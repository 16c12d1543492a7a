import fc, { type Arbitrary } from 'fast-check';
import { expect } from '../../law/expect.ts';
import type { Moves } from '../../lifecycles/commands.ts';
import { badRequest, dataIn, entityArchived, notFound, refused } from '../../lifecycles/expectations.ts';
import { anyOne, find, type Move, pick } from '../../lifecycles/move.ts';
import type { Answer } from '../../targets/account.ts';
import { unknownId } from '../arrange.ts';
import type { Rules, State } from '../customers/model.ts';

const create: Arbitrary<Move<State>> = fc.tuple(anyOne, fc.boolean()).map(([whose, isForeign]) => ({
  text: `createCustomerPortalSession(${whose}, ${isForeign ? 'an unknown subscription' : 'none'})`,
  plan(known) {
    const customer_id = pick(known.customers, whose)?.id;
    if (customer_id === undefined) return null;
    const subscription_ids = isForeign ? [unknownId('sub')] : [];
    return {
      send: (account) =>
        account.send('createCustomerPortalSession', { path: { customer_id }, body: { subscription_ids } }),
      next(state, answer) {
        const isArchived = find(state.customers, customer_id).status === 'archived';
        // Neither the error nor the precedence is published.
        const unknown = isForeign ? [{ ...badRequest, code: 'invalid_field' }, badRequest, notFound] : [];
        if (isArchived || isForeign) return refused(state, answer, ...(isArchived ? [entityArchived] : []), ...unknown);
        const link = { customer_id, url: linkIn(customer_id, answer), isUsed: false };
        expect(state.links.map(({ url }) => url)).not.toContain(link.url);
        return { ...state, links: [...state.links, link].toSorted((one, other) => (one.url < other.url ? -1 : 1)) };
      },
    };
  },
}));

/** Returns the link to the overview in a session without subscriptions. */
function linkIn(customer_id: string, { status, body }: Answer): string {
  const data = dataIn(body);
  expect({ status, data }).toMatchObject({ status: 201, data: { customer_id, urls: { subscriptions: [] } } });
  const [, url = ''] = /"overview":"([^"]+)"/.exec(JSON.stringify(data)) ?? [];
  return url;
}

/** Returns the moves of portal sessions. */
export function portalMoves({ behaviours, can }: Rules): Moves<State> {
  /** Opens a link of an active customer; for archived ones, the result is undocumented. */
  const visit: Arbitrary<Move<State>> = anyOne.map((which) => ({
    text: `visit(${which})`,
    plan({ links, customers }) {
      const isActive = (id: string) => find(customers, id).status === 'active';
      const url = pick(
        links.filter(({ customer_id }) => isActive(customer_id)),
        which,
      )?.url;
      if (url === undefined || !can.visit) return null;
      const open = can.visit;
      return {
        send: async () => ({ status: (await open(url)).status, headers: new Headers(), body: undefined }),
        next(state, { status }) {
          const link = state.links.find((one) => one.url === url);
          if (!link) throw new Error(`There was no link ${url} yet.`);
          const isGone = link.isUsed && behaviours['portal-links'] === 'single-use';
          if (find(state.customers, link.customer_id).status === 'archived' && status >= 400) return state;
          expect(status).toBe(isGone ? 410 : 200);
          return { ...state, links: state.links.map((one) => (one === link ? { ...one, isUsed: true } : one)) };
        },
      };
    },
  }));

  const visits = can.visit ? [visit] : [];
  return { moves: [create, ...visits], contended: visits, walks: [] };
}
