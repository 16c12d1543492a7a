import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { failingCard, monthly, setup, withCardlessTrial, withTrial } from '../../../control/testing/subscribing.ts';
import { type Paddock, startPaddock } from '../../../index.ts';
import { moveCases, states } from '../testing/move-cases.ts';
import { type Before, effects, muchLater, refusals } from '../testing/move-outcomes.ts';
import { subscriptionMoves } from './moves-table.ts';

// Every status of a subscription, with every scheduled change, against every operation of the API.

type Transaction = { id: string; origin: string; status: string };
/** A subscription, as it is before each request. */
type Subject = { id: string; state: string; scheduled: string; before: Before; bills: readonly Transaction[] };

/** States in the order of the outcomes, each with the change that is scheduled. */
const columns = Object.entries(states).flatMap(([state, changes], index) =>
  changes.map((scheduled, which) => ({ state, scheduled, index, which })),
);

test('the cases have every operation of the table of moves', () => {
  const byTime = ['announce', 'beginTrial', 'update', 'recover', 'renew', 'becomePastDue', 'failRenewal'];
  const requests = Object.keys(subscriptionMoves).filter((operation) => !byTime.includes(operation));
  expect([...new Set(moveCases.map(({ operation }) => operation))].toSorted()).toEqual(requests.toSorted());
});

describe.each(['guide', 'official'] as const)('by the %s profile', (profile) => {
  let paddock: Paddock;
  let ids: Readonly<Record<string, string>>;
  let subjects: Subject[];

  const call = async (method: string, path: string, body?: object) => {
    const response = await paddock.fetch(paddock.url + path, {
      method,
      headers: { Authorization: `Bearer ${paddock.apiKey}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, ...(await response.json()) };
  };
  const read = async (id: string) => (await call('GET', `/subscriptions/${id}`)).data;
  const billsOf = async (id: string): Promise<Transaction[]> =>
    (await call('GET', `/transactions?subscription_id=${id}&order_by=id[DESC]`)).data;
  const priceOf = async ({ product, ...terms }: typeof monthly | typeof setup) => {
    const { data } = await call('POST', '/products', product);
    return (await call('POST', '/prices', { ...terms, product_id: data.id })).data.id;
  };

  /** Brings a subscription from its purchase to a state. */
  const bring = async (id: string, state: string, scheduled: string): Promise<Subject> => {
    const path = `/subscriptions/${id}`;
    if (state === 'canceled') await call('POST', `${path}/cancel`, { effective_from: 'immediately' });
    if (state === 'paused') await call('POST', `${path}/pause`, { effective_from: 'immediately' });
    if (scheduled === 'resume') await call('POST', `${path}/resume`, { effective_from: muchLater });
    if (scheduled === 'pause' || scheduled === 'cancel') await call('POST', `${path}/${scheduled}`, {});
    const before = await read(id);
    expect(before).toMatchObject({
      status: state === 'cardless' ? 'trialing' : state,
      scheduled_change: scheduled === 'none' ? null : { action: scheduled },
    });
    return { id, state, scheduled, before, bills: await billsOf(id) };
  };

  beforeAll(async () => {
    const clock = { now: '2026-01-31T10:00:00Z', frozen: true };
    paddock = await startPaddock({ profile, clock, behaviours: { dunning: 'none' }, rateLimit: false });
    const discount = { description: 'Less', type: 'percentage', amount: '10', recur: true };
    ids = {
      active: await priceOf(monthly),
      trialing: await priceOf(withTrial),
      cardless: await priceOf(withCardlessTrial),
      setup: await priceOf(setup),
      discount: (await call('POST', '/discounts', discount)).data.id,
    };
    const { data: customer } = await call('POST', '/customers', { email: 'sam@example.com', name: 'Sam' });
    const place = { country_code: 'US', postal_code: '10021', region: 'NY', city: 'New York', first_line: '1 Main St' };
    const { data: address } = await call('POST', `/customers/${customer.id}/addresses`, place);
    const buy = async (state: string, card?: string) => {
      const items = [{ price_id: `${ids[state] ?? ids['active']}`, quantity: 1 }];
      const buyer = { customer_id: customer.id, address_id: address.id };
      return (await paddock.subscriptions.create({ items, ...buyer, ...(card && { card }) })).id;
    };
    const owing: string[] = [];
    for (const _change of states.past_due) owing.push(await buy('past_due', failingCard));
    await paddock.clock.advance({ days: 28 });
    const bought: string[] = [];
    for (const { state } of columns) bought.push(state === 'past_due' ? `${owing.shift()}` : await buy(state));
    await paddock.clock.advance({ days: 5 });
    subjects = [];
    for (const [index, { state, scheduled }] of columns.entries())
      subjects.push(await bring(`${bought[index]}`, state, scheduled));
    await paddock.snapshots.take('all');
  });

  afterEach(() => paddock.snapshots.restore('all'));
  afterAll(() => paddock?.close());

  /** Replaces words in braces by IDs. */
  const named = (some: object | undefined, state: string) =>
    some &&
    JSON.parse(
      JSON.stringify(some).replaceAll(/\{(price|setup|discount)\}/g, (_, word: string) =>
        String(word === 'price' ? (ids[state] ?? ids['active']) : ids[word]),
      ),
    );

  test.each(moveCases)('$operation: $method $path $body', async ({ method, path, body, changes, outcomes }) => {
    const isPreview = path.endsWith('preview');
    for (const [index, column] of columns.entries()) {
      const subject = subjects[index];
      const all = outcomes[column.index] ?? '';
      const outcome = (typeof all === 'string' ? all : all[column.which]) ?? '';
      if (!subject) throw new Error('A state has no subscription.');
      const { id, state, scheduled, before, bills } = subject;
      const answer = await call(method, `/subscriptions/${id}${path}`, named(body, state));
      const where = `${state} with ${scheduled}: ${JSON.stringify(answer).slice(0, 200)}`;
      const refusal = refusals[outcome];
      if (refusal) {
        expect([answer.status, answer.error?.code], where).toEqual([400, refusal[0]]);
        expect(answer.error.detail).toContain(refusal[1]);
        continue;
      }
      expect(answer.status, where).toBeLessThan(300);
      const { after, bill } = effects[outcome]?.(before) ?? expect.fail(`${outcome} is no outcome`);
      const data = method === 'GET' ? await read(id) : answer.data;
      expect(data, where).toMatchObject({ ...after, ...named(changes, state) });
      const now = await billsOf(id);
      if (isPreview) {
        expect(data.immediate_transaction === null, where).toBe(bill === undefined);
        expect(now, where).toEqual(bills);
      } else if (bill) expect(now[0], where).toMatchObject(bill);
      else expect(now.length, where).toBe(bills.length);
    }
  });
});
