import { type Paddock, startPaddock } from '../../../index.ts';

/** The time at which a subscriber's mock stands still. */
const now = '2026-07-01T09:00:00.000Z';

type Entity = { id: string; [field: string]: unknown };

/** Starts a mock with a customer who subscribes to two products, of which one is paused. */
export async function beginWithSubscriber() {
  const paddock = await startPaddock({ profile: 'official', clock: { now, frozen: true }, seed: 5 });
  const { call, get } = callsOf(paddock);
  const sell = async (name: string, amount: string) => {
    const product = await call('POST', '/products', { name, tax_category: 'saas' });
    const unit_price = { amount, currency_code: 'USD' };
    const billing_cycle = { interval: 'month', frequency: 1 };
    const price = { product_id: product.id, description: 'Monthly', name: 'Monthly', unit_price, billing_cycle };
    return (await call('POST', '/prices', price)).id;
  };
  const address = {
    country_code: 'US' as const,
    postal_code: '10021',
    city: 'New York',
    first_line: '350 Fifth Avenue',
  };
  const team = await paddock.subscriptions.create({
    items: [{ price_id: await sell('Notes for teams', '2900'), quantity: 3 }],
    customer: { email: 'ada@example.com', name: 'Ada Lovelace' },
    address,
  });
  const { customer_id, address_id } = team;
  const backup = await paddock.subscriptions.create({
    items: [{ price_id: await sell('Backup', '900'), quantity: 1 }],
    customer_id,
    address_id: address_id ?? undefined,
  });
  await call('POST', `/subscriptions/${backup.id}/pause`, { effective_from: 'immediately' });
  return {
    paddock,
    call,
    get,
    customerId: customer_id,
    addressId: String(address_id),
    team: team.id,
    backup: backup.id,
    /** Types of the events since the last call, oldest first. */
    news: newsOf(paddock),
    /** Opens a portal session and returns its link to the overview. */
    overview: async () => {
      const session = await call('POST', `/customers/${customer_id}/portal-sessions`, {});
      return String(Object(session['urls']).general.overview);
    },
    [Symbol.asyncDispose]: () => paddock.close(),
  };
}

export type Subscriber = Awaited<ReturnType<typeof beginWithSubscriber>>;

function callsOf({ url, apiKey }: Pick<Paddock, 'url' | 'apiKey'>) {
  const call = async (method: string, path: string, body?: object): Promise<Entity> => {
    const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
    const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const { data, error } = await response.json();
    if (error) throw new Error(JSON.stringify(error));
    return data;
  };
  return { call, get: (path: string) => call('GET', path) };
}

function newsOf(paddock: Paddock) {
  let seen = '';
  return async (): Promise<string[]> => {
    const { call } = callsOf(paddock);
    const query = seen ? `?per_page=200&order_by=id[ASC]&after=${seen}` : '?per_page=200&order_by=id[ASC]';
    const events: unknown = await call('GET', `/events${query}`);
    const list = Array.isArray(events) ? events : [];
    seen = list.at(-1)?.event_id ?? seen;
    return list.map(({ event_type }) => String(event_type));
  };
}
