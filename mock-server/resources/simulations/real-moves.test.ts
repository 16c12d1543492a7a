import { expect, test } from 'vitest';
import { type Paddock, type PaddockOptions, startPaddock } from '../../index.ts';
import { call } from '../../testing/call.ts';
import { normalized, type Sent } from '../../testing/normalized.ts';

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
  ['subscription_resume', (paddock, id) => call(paddock, 'POST', `/subscriptions/${id}/resume`, {})],
];

test.each(moves)('%s sends what the same move of that subscription sends', async (type, act) => {
  await using paddock = await startPaddock(options);
  const { id } = await buy(paddock);
  if (type === 'subscription_resume')
    await call(paddock, 'POST', `/subscriptions/${id}/pause`, { effective_from: 'immediately' });
  const simulated = await simulatedEvents(paddock, type, { entities: { subscription_id: id } });
  const real = await realEvents(paddock, () => act(paddock, id));
  expect(simulated.length).toBeGreaterThan(1);
  expect(normalized(simulated)).toEqual(normalized(real));
  // Neither dates nor IDs of the subscription itself differ.
  const ofSubscription = (sent: readonly Sent[]) => sent.filter(({ type: name }) => name.startsWith('subscription.'));
  expect(ofSubscription(simulated)).toEqual(ofSubscription(real));
});

test('subscription_creation sends what a purchase at the checkout sends', async () => {
  await using paddock = await startPaddock(options);
  const { data: sold } = await call(paddock, 'POST', '/products', product);
  const { data: price } = await call(paddock, 'POST', '/prices', { ...monthly, product_id: sold.id });
  const sale = { price_id: price.id };
  let bought = { customer_id: '', address_id: '' };
  const real = await realEvents(paddock, async () => {
    const { id } = await buy(paddock, sale);
    bought = (await call(paddock, 'GET', `/subscriptions/${id}`)).data;
  });
  const { customer_id, address_id } = bought;
  const simulated = await simulatedEvents(paddock, 'subscription_creation', {
    entities: { customer_id, address_id, items: [{ ...sale, quantity: 1 }] },
    options: {
      customer_simulated_as: 'new',
      business_simulated_as: 'not_provided',
      discount_simulated_as: 'not_provided',
    },
  });
  expect(normalized(simulated)).toEqual(normalized(real));
});
