import { expect, test } from 'vitest';
import { type Paddock, type PaddockOptions, startPaddock } from '../../index.ts';
import { call } from '../../testing/call.ts';

const options: PaddockOptions = {
  clock: { now: '2026-01-31T10:00:00Z', frozen: true },
  behaviours: { 'webhook-events': 'all' },
};

type Sent = { type: string; payload: unknown };

/** Returns where each value stands in a payload, and its type, so that payloads with different IDs compare equal. */
function shapeOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => shapeOf(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [`${path}: ${value === null ? 'null' : typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, `${path}.${key}`));
}

const shapesOf = (sent: readonly Sent[]) =>
  sent.map(({ type, payload }) => ({ type, shape: shapeOf(payload).toSorted() }));

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

async function buy(paddock: Paddock): Promise<string> {
  const { id } = await paddock.subscriptions.create({
    items: [
      {
        quantity: 1,
        price: {
          description: 'Monthly',
          product: { name: 'Analytics', tax_category: 'standard' },
          unit_price: { amount: '3000', currency_code: 'USD' },
          billing_cycle: { interval: 'month', frequency: 1 },
        },
      },
    ],
    customer: { email: 'sam@example.com', name: 'Sam' },
    address: { country_code: 'US', postal_code: '10021' },
  });
  return id;
}

const moves: readonly [type: string, act: (paddock: Paddock, id: string) => Promise<unknown>][] = [
  ['subscription_renewal', (paddock) => paddock.clock.advance({ days: 28 })],
  [
    'subscription_pause',
    (paddock, id) => call(paddock, 'POST', `/subscriptions/${id}/pause`, { effective_from: 'immediately' }),
  ],
  [
    'subscription_cancellation',
    (paddock, id) => call(paddock, 'POST', `/subscriptions/${id}/cancel`, { effective_from: 'immediately' }),
  ],
];

test.each(moves)('%s sends what the same move of that subscription sends', async (type, act) => {
  await using paddock = await startPaddock(options);
  const id = await buy(paddock);
  const simulated = await simulatedEvents(paddock, type, { entities: { subscription_id: id } });
  const real = await realEvents(paddock, () => act(paddock, id));
  expect(simulated.length).toBeGreaterThan(1);
  expect(shapesOf(simulated)).toEqual(shapesOf(real));
  expect(simulated.filter(({ type: name }) => name.startsWith('subscription.'))).toEqual(
    real.filter(({ type: name }) => name.startsWith('subscription.')),
  );
});

test('subscription_resume sends what resuming that subscription sends', async () => {
  await using paddock = await startPaddock(options);
  const id = await buy(paddock);
  await call(paddock, 'POST', `/subscriptions/${id}/pause`, { effective_from: 'immediately' });
  const simulated = await simulatedEvents(paddock, 'subscription_resume', { entities: { subscription_id: id } });
  const real = await realEvents(paddock, () => call(paddock, 'POST', `/subscriptions/${id}/resume`, {}));
  expect(shapesOf(simulated)).toEqual(shapesOf(real));
});

test('subscription_creation sends what a purchase at the checkout sends', async () => {
  await using paddock = await startPaddock(options);
  const simulated = await simulatedEvents(paddock, 'subscription_creation', {});
  const all = await realEvents(paddock, () => buy(paddock));
  const real = all.filter(({ type }) => !/^(price|product)\./.test(type));
  expect(simulated.map(({ type }) => type)).toEqual(real.map(({ type }) => type));
  const typesOf = (sent: readonly Sent[]) => shapesOf(sent).map(({ type, shape }) => [type, shape.length > 0]);
  expect(typesOf(simulated)).toEqual(typesOf(real));
});
