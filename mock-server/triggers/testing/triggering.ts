import { expect } from 'vitest';
import { buildAddress, buildCustomer, buildSubscription, buildTransaction } from '#fixtures/index.ts';
import type { UncheckedSeed } from '../../imports/seeds.ts';
import { type Paddock, startPaddock } from '../../index.ts';
import type { Behaviours } from '../../spec/behaviours.ts';

type Entity = { id: string; status: string; [field: string]: unknown };
/** An event as the API returns it. */
export type Event = { event_id: string; event_type: string; occurred_at: string; data: Entity };
type SubscriptionStatus = 'active' | 'trialing' | 'past_due' | 'paused' | 'canceled';
type TransactionStatus = 'draft' | 'ready' | 'billed' | 'paid' | 'completed' | 'past_due' | 'canceled';

/** Frozen time of a mock started by `begin`, at the end of a month. */
export const now = '2027-03-31T12:00:00Z';
export const nextMonth = '2027-04-30T12:00:00Z';

/** A customer who owns all seeded entities. */
export const customer = buildCustomer({ seed: 1 });
export const address = buildAddress({ seed: 1 });
const references = { customer_id: customer.id, address_id: address.id, business_id: null };

/** Builds a monthly subscription. */
export function subscription(status: SubscriptionStatus) {
  const billing_cycle = { interval: 'month', frequency: 1 } as const;
  return buildSubscription({ seed: 1, status, overrides: { ...references, discount: null, billing_cycle } });
}

/** Builds a transaction without a subscription. */
export function transaction(status: TransactionStatus) {
  return buildTransaction({ seed: 1, status, overrides: { ...references, subscription_id: null } });
}

/** A monthly price of a new product. */
const monthly = {
  description: 'Monthly',
  product: { name: 'Chat', tax_category: 'standard' },
  unit_price: { amount: '1000', currency_code: 'USD' },
  billing_cycle: { interval: 'month', frequency: 1 },
} as const;

/** Starts a mock with every event type and a frozen clock. */
export async function begin(entities: UncheckedSeed = {}, behaviours: Partial<Behaviours> = {}) {
  const paddock = await startPaddock({
    clock: { now, frozen: true },
    behaviours: { 'webhook-events': 'all', ...behaviours },
    fixtures: { customers: [customer], addresses: [address], ...entities },
  });
  return { ...triggering(paddock), clock: paddock.clock, [Symbol.asyncDispose]: () => paddock.close() };
}

/** Makes functions for tests that trigger events. */
export function triggering({ url, apiKey }: Paddock) {
  const call = async (method: string, path: string, body?: object) => {
    const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
    const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: response.status, body: await response.json() };
  };
  return {
    /** Sends a trigger, without checking the response. */
    trigger: (type: string, body: object = {}) => call('POST', `/_paddock/trigger/${type}`, body),
    /** Triggers an event that must succeed, and returns it. */
    happens: async (type: string, body: object = {}): Promise<Event> => {
      const answer = await call('POST', `/_paddock/trigger/${type}`, body);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return answer.body;
    },
    /** Buys a monthly subscription as the customer, and returns it. */
    buy: async (more: object = {}): Promise<{ id: string }> => {
      const purchase = { items: [{ price: monthly, quantity: 1 }], customer_id: customer.id, address_id: address.id };
      const answer = await call('POST', '/_paddock/subscriptions', { ...purchase, ...more });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return answer.body;
    },
    get: async (path: string) => (await call('GET', path)).body.data,
    events: async (): Promise<Event[]> => (await call('GET', '/events?per_page=200')).body.data,
    /** Triggers an event that must be refused, and returns the reason. */
    refused: async (type: string, body: object = {}): Promise<string> => {
      const answer = await call('POST', `/_paddock/trigger/${type}`, body);
      expect([answer.status, answer.body.error?.code]).toEqual([400, 'invalid_request']);
      return answer.body.error.detail;
    },
  };
}
