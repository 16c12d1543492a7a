import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Paddock, type PaddockOptions, startPaddock } from '../../index.ts';
import { call } from '../../testing/call.ts';
import { normalized, type Sent } from '../../testing/normalized.ts';
import type { Scenario } from './kind.ts';

const options: PaddockOptions = {
  clock: { now: '2026-01-31T10:00:00Z', frozen: true },
  behaviours: { 'webhook-events': 'all' },
};

/** Events of the account that its own requests cause. */
async function realEvents(paddock: Paddock, act: () => Promise<unknown>): Promise<Sent[]> {
  const list = async () => (await call(paddock, 'GET', '/events?per_page=200&order_by=id[ASC]')).data;
  const before = (await list()).length;
  await act();
  const events: { event_type: string; data: object }[] = (await list()).slice(before);
  return events.map(({ event_type, data }) => ({ type: event_type, payload: data }));
}

/** Events of a run, which nobody receives. */
async function simulatedEvents(paddock: Paddock, type: string, part: object): Promise<Sent[]> {
  const destination = await call(paddock, 'POST', '/notification-settings', {
    description: 'Nobody',
    type: 'url',
    destination: `http://127.0.0.1:9/${type}`,
    subscribed_events: [],
    traffic_source: 'simulation',
  });
  const { data: simulation } = await call(paddock, 'POST', '/simulations', {
    notification_setting_id: destination.data.id,
    name: type,
    type,
    config: { [type]: part },
  });
  const { data: run } = await call(paddock, 'POST', `/simulations/${simulation.id}/runs`);
  const path = `/simulations/${simulation.id}/runs/${run.id}/events?per_page=200&order_by=id[ASC]`;
  const events: { event_type: string; payload: object }[] = (await call(paddock, 'GET', path)).data;
  return events.map(({ event_type, payload }) => ({ type: event_type, payload }));
}

const monthly = {
  description: 'Monthly',
  unit_price: { amount: '3000', currency_code: 'USD' },
  billing_cycle: { interval: 'month', frequency: 1 },
};
const product = { name: 'Analytics', tax_category: 'standard' };

async function buy(paddock: Paddock, price: object = { price: { ...monthly, product } }) {
  return paddock.subscriptions.create({
    items: [{ quantity: 1, ...price }],
    customer: { email: 'sam@example.com', name: 'Sam' },
    address: { country_code: 'US', postal_code: '10021' },
  });
}

type Both = { simulated: Sent[]; real: Sent[] };
type Move = (paddock: Paddock, id: string) => Promise<unknown>;

/** Simulates something that happens to a subscription, and lets it happen. */
const ofSubscription = (move: Move, before?: Move) => async (paddock: Paddock, type: Scenario) => {
  const { id } = await buy(paddock);
  await before?.(paddock, id);
  const simulated = await simulatedEvents(paddock, type, { entities: { subscription_id: id } });
  return { simulated, real: await realEvents(paddock, () => move(paddock, id)) };
};
const post =
  (operation: string, body: object): Move =>
  (paddock, id) =>
    call(paddock, 'POST', `/subscriptions/${id}/${operation}`, body);
const now = { effective_from: 'immediately' };

/** Buys a subscription, and simulates the purchase of the same customer. */
async function purchase(paddock: Paddock, type: Scenario): Promise<Both> {
  const { data: sold } = await call(paddock, 'POST', '/products', product);
  const { data: price } = await call(paddock, 'POST', '/prices', { ...monthly, product_id: sold.id });
  const sale = { price_id: price.id };
  let bought = { customer_id: '', address_id: '' };
  const real = await realEvents(paddock, async () => {
    const { id } = await buy(paddock, sale);
    bought = (await call(paddock, 'GET', `/subscriptions/${id}`)).data;
  });
  const { customer_id, address_id } = bought;
  const simulated = await simulatedEvents(paddock, type, {
    entities: { customer_id, address_id, items: [{ ...sale, quantity: 1 }] },
    options: {
      customer_simulated_as: 'new',
      business_simulated_as: 'not_provided',
      discount_simulated_as: 'not_provided',
    },
  });
  return { simulated, real };
}

const scenarios: Readonly<
  Record<Scenario, readonly [text: string, act: (paddock: Paddock, type: Scenario) => Promise<Both>]>
> = {
  subscription_creation: ['a purchase at the checkout', purchase],
  subscription_renewal: [
    'the clock passes the end of the period',
    ofSubscription((paddock) => paddock.clock.advance({ days: 28 })),
  ],
  subscription_pause: ['`POST …/pause`, at once', ofSubscription(post('pause', now))],
  subscription_resume: ['`POST …/resume` of a paused one', ofSubscription(post('resume', {}), post('pause', now))],
  subscription_cancellation: ['`POST …/cancel`, at once', ofSubscription(post('cancel', now))],
};
/** All scenarios: the type above asks for each. */
const scenarioNames = Object.keys(scenarios) as Scenario[];

const known = new Map<Scenario, Promise<Both>>();

/** Simulates a scenario and makes its real move, once for all tests. */
function eventsOf(type: Scenario): Promise<Both> {
  const compare = async () => {
    await using paddock = await startPaddock(options);
    return await scenarios[type][1](paddock, type);
  };
  const found = known.get(type) ?? compare();
  known.set(type, found);
  return found;
}

test.each(scenarioNames)('%s sends what the real move sends', async (type) => {
  const { simulated, real } = await eventsOf(type);
  expect(simulated.length).toBeGreaterThan(1);
  expect(normalized(simulated)).toEqual(normalized(real));
  if (type === 'subscription_creation') return;
  // Neither dates nor IDs of the subscription itself differ.
  const ofOne = (sent: readonly Sent[]) => sent.filter((event) => event.type.startsWith('subscription.'));
  expect(ofOne(simulated)).toEqual(ofOne(real));
});

test('the manual has the events of each scenario beside those of the real move', async () => {
  const rows = await Promise.all(
    scenarioNames.map(async (type) => {
      const { simulated, real } = await eventsOf(type);
      return `| \`${type}\` | ${brief(simulated)} | ${scenarios[type][0]} | ${brief(real)} |`;
    }),
  );
  const table = ['| scenario | sends | real move | sends |', '|---|---|---|---|', ...rows].join('\n');
  const text = readFileSync(manual, 'utf8');
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  expect(start).toBeGreaterThan(0);
  await expect(`${text.slice(0, start)}${from}\n${table}\n${text.slice(end)}`).toMatchFileSnapshot(manual);
});

const [from, to] = [
  '<!-- scenarios: written by `npx vitest run mock-server/resources/simulations/real-moves.test.ts -u` -->',
  '<!-- end of scenarios -->',
];
const manual = fileURLToPath(new URL('../../notifications/README.md', import.meta.url));

/** Lists event types; each names its noun where it is another than before. */
function brief(sent: readonly Sent[]): string {
  const types = sent.map(({ type }) => type.split('.'));
  return types.map(([noun, name], index) => (types[index - 1]?.[0] === noun ? name : `${noun}.${name}`)).join(', ');
}
