import { expect } from 'vitest';
import { type Paddock, type SubscriptionPurchase, startPaddock } from '../../index.ts';

/** The time at which subscriptions are bought. */
export const now = '2026-01-31T10:00:00Z';

export const goodCard = '4242 4242 4242 4242';
/** It pays once, and fails from then on. */
export const failingCard = '4000 0027 6000 3184';

const product = { name: 'Analytics', tax_category: 'standard' } as const;

/** A monthly price of 20 dollars. */
export const monthly = {
  description: 'Monthly',
  product,
  unit_price: { amount: '2000', currency_code: 'USD' },
  billing_cycle: { interval: 'month', frequency: 1 },
  tax_mode: 'external',
} as const;

/** A setup that is charged once. */
export const setup = {
  description: 'Setup',
  product: { ...product, name: 'Setup' },
  unit_price: { amount: '5000', currency_code: 'USD' },
  tax_mode: 'external',
} as const;

const fortnight = { interval: 'day', frequency: 14 } as const;
/** A monthly price with a trial of 14 days. */
export const withTrial = { ...monthly, trial_period: { ...fortnight, requires_payment_method: true } } as const;
export const withCardlessTrial = {
  ...monthly,
  trial_period: { ...fortnight, requires_payment_method: false },
} as const;

/** A purchase by a newcomer in the United Kingdom. */
export function purchaseOf(...prices: NonNullable<SubscriptionPurchase['items'][number]['price']>[]) {
  return {
    items: prices.map((price) => ({ price, quantity: 1 })),
    customer: { email: 'sam@example.com', name: 'Sam' },
    address: { country_code: 'GB', postal_code: 'SW1A 1AA' },
  } satisfies SubscriptionPurchase;
}

type Event = { event_type: string; occurred_at: string; data: { id: string; status: string } };

/** Starts a mock, and reads what happens in it. */
export async function begin(behaviours: object = {}) {
  const paddock = await startPaddock({
    clock: { now, frozen: true },
    behaviours: { 'webhook-events': 'all', ...behaviours },
  });
  const api = calling(paddock);
  let seen = 0;
  const events = async (): Promise<Event[]> => {
    const all: Event[] = [];
    let path = '/events?per_page=200&order_by=id[ASC]';
    for (;;) {
      const { data, meta } = (await api('GET', path)).body;
      all.push(...data);
      if (!meta.pagination.has_more) return all;
      path = `/events?per_page=200&order_by=id[ASC]&after=${data.at(-1).event_id}`;
    }
  };
  return {
    paddock,
    api,
    /** Returns type and status of each event since the last call, and the day of those that happened in a later moment. */
    news: async () => {
      const fresh = (await events()).filter(({ event_type }) => !/^(?:price|product)\./.test(event_type));
      const news = fresh.slice(seen).map(({ event_type, data }) => `${event_type} ${data.status}`);
      seen = fresh.length;
      return news;
    },
    events,
    subscription: async (id: string) => (await api('GET', `/subscriptions/${id}`)).body.data,
    transactions: async (id: string) =>
      (await api('GET', `/transactions?subscription_id=${id}&order_by=id[ASC]`)).body.data,
    [Symbol.asyncDispose]: () => paddock.close(),
  };
}

function calling({ url, apiKey }: Paddock) {
  return async (method: string, path: string, body?: object) => {
    const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
    const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await response.text();
    const answer = { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    expect(response.status, text).toBeLessThan(500);
    return answer;
  };
}
