import { customer, customerId } from '../workloads.ts';

/**
 * Sends a request as the attacking account, and returns the response's body. Strings are sent as they are, other
 * bodies as JSON.
 */
export type Send = (method: string, path: string, body?: unknown) => Promise<{ data?: { id: string } }>;

/** Load from one account that others must not notice. Each finding is added here. */
export type WorstInput = {
  title: string;
  /** Prepares the account, outside of the measurement. */
  prepare?: (send: Send) => Promise<unknown>;
  /** The measured load. */
  attack: (send: Send) => Promise<unknown>;
};

/** Entities of a large account. */
const entities = 100_000;
const notifications = 5_000;
const deadDestination = 'http://127.0.0.1:9/';

const createCustomer = (send: Send, number: number, more: object = {}) =>
  send('POST', '/customers', { email: `sam.${number}@example.com`, ...more });

async function fill(send: Send): Promise<void> {
  for (let from = 0; from < entities; from += 10_000)
    await send('POST', '/_paddock/seed', { customers: Array.from({ length: 10_000 }, (_, at) => customer(from + at)) });
}

/** Queues notifications for a destination that refuses connections. */
async function queue(send: Send): Promise<void> {
  await send('PUT', '/_paddock/clock', { now: '2026-07-01T00:00:00Z', frozen: true });
  await send('POST', '/_paddock/destinations', { destination: deadDestination });
  for (let number = 0; number < notifications; number += 50)
    await Promise.all(Array.from({ length: 50 }, (_, at) => createCustomer(send, number + at)));
}

/** The list that `npm run bench -- --hostile` replays, each in an account of its own. */
export const worstInputs: readonly WorstInput[] = [
  {
    title: 'a business with 80,000 contacts, all wrong',
    prepare: (send) => send('POST', '/_paddock/seed', { customers: [customer(1)] }),
    attack: (send) =>
      send('POST', `/customers/${customerId(1)}/businesses`, { name: 'x', contacts: Array(80_000).fill({}) }),
  },
  {
    title: 'a portal session for 80,000 different numbers',
    prepare: (send) => send('POST', '/_paddock/seed', { customers: [customer(1)] }),
    attack: (send) =>
      send('POST', `/customers/${customerId(1)}/portal-sessions`, {
        subscription_ids: Array.from({ length: 80_000 }, (_, number) => number),
      }),
  },
  {
    title: 'a customer with a megabyte of custom data',
    attack: (send) => createCustomer(send, 1, { custom_data: { text: 'x'.repeat(1_000_000) } }),
  },
  {
    title: 'six pages at once of 200 customers of a megabyte',
    prepare: async (send) => {
      for (let number = 0; number < 200; number += 1)
        await createCustomer(send, number, { custom_data: { text: 'x'.repeat(1_000_000) } });
    },
    attack: (send) => Promise.all(Array.from({ length: 6 }, () => send('GET', '/customers?per_page=200'))),
  },
  {
    title: `removing a destination with ${notifications.toLocaleString('en')} notifications`,
    prepare: queue,
    attack: async (send) => {
      // The response is a list; its first entity is the destination.
      const { data } = (await send('GET', '/notification-settings')) as { data?: unknown };
      const [setting] = data as { id: string }[];
      await send('DELETE', `/notification-settings/${setting?.id}`);
    },
  },
  {
    title: `going past the 90 days that ${notifications.toLocaleString('en')} notifications are kept for`,
    prepare: queue,
    attack: async (send) => {
      await send('PUT', '/_paddock/clock', { now: '2026-12-01T00:00:00Z', frozen: true });
      for (let turn = 0; turn < 20; turn += 1) await send('GET', '/notifications?per_page=200');
    },
  },
  {
    title: '5,000 lists, each with other filters',
    attack: async (send) => {
      const names = [
        'after',
        'customer_id',
        'subscription_id',
        'status',
        'invoice_number',
        'origin',
        'collection_mode',
      ];
      const values = ['txn_01h', 'ctm_01h', 'sub_01h', 'paid', 'A-1', 'api', 'manual'];
      for (let number = 0; number < 5_000; number += 1) {
        const filters = names.filter((_name, place) => number & (1 << place));
        const query = filters.map((name) => `${name}=${values[names.indexOf(name)]}`).join('&');
        await send(
          'GET',
          `/transactions?${query}&billed_at[GT]=2026-01-01T00:00:${String(number % 60).padStart(2, '0')}Z`,
        );
      }
    },
  },
  {
    title: 'searching 100,000 customers for what none has',
    prepare: fill,
    attack: (send) => send('GET', '/customers?search=nowhere-at-all&per_page=200'),
  },
  {
    title: 'seeding 20,000 customers',
    attack: (send) =>
      send('POST', '/_paddock/seed', { customers: Array.from({ length: 20_000 }, (_, number) => customer(number)) }),
  },
  {
    title: 'importing a recording of 20,000 customers',
    attack: (send) =>
      send('POST', '/_paddock/import', { recorded: Array.from({ length: 20_000 }, (_, number) => customer(number)) }),
  },
  {
    title: 'a snapshot of 100,000 customers',
    prepare: fill,
    attack: (send) => send('PUT', '/_paddock/snapshots/full'),
  },
  {
    title: 'restoring 100,000 customers',
    prepare: async (send) => {
      await send('PUT', '/_paddock/snapshots/empty');
      await fill(send);
      await send('PUT', '/_paddock/snapshots/full');
      await send('POST', '/_paddock/snapshots/empty');
    },
    attack: (send) => send('POST', '/_paddock/snapshots/full'),
  },
  { title: 'forking 100,000 customers', prepare: fill, attack: (send) => send('POST', '/_paddock/fork', {}) },
  { title: 'resetting 100,000 customers', prepare: fill, attack: (send) => send('POST', '/_paddock/reset') },
  {
    title: 'removing a snapshot of 100,000 customers',
    prepare: async (send) => {
      await fill(send);
      await send('PUT', '/_paddock/snapshots/full');
    },
    attack: (send) => send('DELETE', '/_paddock/snapshots/full'),
  },
];
