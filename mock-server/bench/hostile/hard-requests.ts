import { behaviourNames, behaviourTable } from '../../spec/behaviours.ts';
import { customer, customerId } from '../workloads.ts';
import type { Send, WorstInput } from './large-accounts.ts';

const withCustomer = (send: Send) => send('POST', '/_paddock/seed', { customers: [customer(1)] });

const destination = { description: 'x', type: 'url', destination: 'http://127.0.0.1:9/' };

/** JSON within 5,000 objects, too deep even for `JSON.stringify`. */
const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;

const times = <Value>(count: number, value: (number: number) => Value): Value[] =>
  Array.from({ length: count }, (_, number) => value(number));

/** Sends requests one after the other. */
async function inTurn(count: number, call: (number: number) => Promise<unknown>): Promise<void> {
  for (let number = 0; number < count; number += 1) await call(number);
}

/** Fills the journal with bodies that take long to redact. */
const fillJournal = (send: Send) =>
  inTurn(100, () =>
    send('POST', '/customers', { email: 'pdl_sdbx_apikey_', name: '"api_key":"Bearer pdl_ntfset_ '.repeat(1_800) }),
  );

/** Returns a mix of behaviours for each number. */
function mixOf(number: number): Record<string, string> {
  const chosen = behaviourNames.map((name, place): [string, string] => {
    const values = Object.keys(behaviourTable[name].values);
    return [name, values[(number >> (place % 9)) % values.length] ?? ''];
  });
  return { ...Object.fromEntries(chosen), 'rate-limit': 'off' };
}

/**
 * Requests that are expensive to validate, match or show. Together with `worst-inputs.ts`, the list that the bench
 * replays.
 */
export const worstRequests: readonly WorstInput[] = [
  {
    title: 'a business with 340,000 contacts, all wrong',
    prepare: withCustomer,
    attack: (send) =>
      send('POST', `/customers/${customerId(1)}/businesses`, { name: 'x', contacts: Array(340_000).fill({}) }),
  },
  {
    title: 'a business with 20,000 right contacts',
    prepare: withCustomer,
    attack: (send) =>
      send('POST', `/customers/${customerId(1)}/businesses`, {
        name: 'x',
        contacts: times(20_000, (number) => ({ name: `${number}`, email: `${number}@example.com` })),
      }),
  },
  {
    title: 'a destination of 80,000 different numbers',
    attack: (send) =>
      send('POST', '/notification-settings', { ...destination, subscribed_events: times(80_000, Number) }),
  },
  {
    title: 'a portal session for objects that have their own toString',
    prepare: withCustomer,
    attack: (send) =>
      send('POST', `/customers/${customerId(1)}/portal-sessions`, {
        subscription_ids: Array(40_000).fill({ toString: 1 }),
      }),
  },
  {
    title: 'a body of 70,000 unknown fields',
    attack: (send) =>
      send(
        'POST',
        '/customers',
        Object.fromEntries(times(70_000, (number): [string, number] => [`f${number}`, number])),
      ),
  },
  {
    title: 'custom data of 60,000 keys',
    attack: (send) =>
      send('POST', '/customers', {
        email: 'sam@example.com',
        custom_data: Object.fromEntries(times(60_000, (number): [string, string] => [`k${number}`, 'v'])),
      }),
  },
  {
    title: 'custom data of 300,000 empty lists',
    attack: (send) =>
      send('POST', '/customers', { email: 'sam@example.com', custom_data: { a: Array(300_000).fill([]) } }),
  },
  {
    title: 'custom data of 400,000 numbers, the last one too large',
    attack: (send) =>
      send('POST', '/customers', `{"email":"sam@example.com","custom_data":{"a":[${'1,'.repeat(400_000)}1e400]}}`),
  },
  {
    title: 'a number of 500,000 zeros between two ones',
    attack: (send) =>
      send('POST', '/customers', `{"email":"sam@example.com","custom_data":{"a":1${'0'.repeat(500_000)}1}}`),
  },
  {
    title: 'bodies nested 5,000 levels deep, for the API and the control plane',
    attack: async (send) => {
      await send('POST', '/customers', `{"email":"sam@example.com","custom_data":${deep}}`);
      await send('POST', '/_paddock/import', `{"recorded":${deep}}`);
      await send('POST', '/_paddock/seed', `{"customers":[{"custom_data":${deep}}]}`);
      await send('GET', '/_paddock/requests');
    },
  },
  {
    title: 'a path pattern with twenty stars for a long path',
    attack: async (send) => {
      const fault = { error: 503, path: `/customers/${'*a'.repeat(20)}*b` };
      await send('PUT', '/_paddock/faults', { faults: [fault] });
      await send('GET', `/customers/${'a'.repeat(10_000)}`);
    },
  },
  {
    title: '1,000 path patterns for a long path',
    attack: async (send) => {
      const faults = times(1_000, (number) => ({ error: 503, path: `/**/${'*a'.repeat(number % 50)}**b` }));
      await send('PUT', '/_paddock/faults', { faults });
      await send('GET', `/customers/${'a'.repeat(10_000)}`);
    },
  },
  {
    title: 'odd targets, and the journal as HAR, script and program',
    attack: async (send) => {
      const targets = [
        '//[',
        '//a:99999/',
        '//customers',
        '/%',
        '/%00',
        `/${'%41'.repeat(4_000)}`,
        '/customers?[',
        '/x?a[b[c]=1',
      ];
      for (const target of targets) await send('GET', target);
      for (const format of ['har', 'curl', 'typescript']) await send('GET', `/_paddock/requests?format=${format}`);
    },
  },
  {
    title: 'the journal of 100 bodies of 60 KB, full of what looks secret',
    prepare: fillJournal,
    attack: (send) => send('GET', '/_paddock/requests?limit=1000'),
  },
  {
    title: 'the same journal as HAR, script and program, and searched for a text',
    prepare: fillJournal,
    attack: (send) =>
      Promise.all(
        ['format=har', 'format=curl', 'format=typescript', 'contains=nowhere-at-all'].map((query) =>
          send('GET', `/_paddock/requests?${query}`),
        ),
      ),
  },
  {
    title: 'ten pages at once of 100 transactions with all that they include',
    prepare: (send) => inTurn(100, () => send('POST', '/_paddock/trigger/transaction.completed', {})),
    attack: (send) =>
      Promise.all(times(10, () => send('GET', '/transactions?per_page=100&include=customer,address,business'))),
  },
  {
    title: 'lists that are asked for 3,000 inclusions, 500 IDs and 5,000 unknown parameters',
    prepare: withCustomer,
    attack: async (send) => {
      const ids = times(500, (number) => customerId(number));
      await send('GET', `/transactions?include=${Array(3_000).fill('x').join()}`);
      await send('GET', `/transactions?customer_id=${ids.slice(0, 450).join()}`);
      await send('GET', `/customers?id=${ids.slice(0, 450).join()}`);
      await send('GET', `/customers?${Array(5_000).fill('a').join('&')}`);
    },
  },
  {
    title: 'a CSV file of 100,000 rows',
    attack: (send) =>
      send('POST', '/_paddock/import', {
        csv: `email\n${times(100_000, (number) => `sam.${number}@example.com`).join('\n')}\n`,
      }),
  },
  {
    title: 'a CSV file of 100,000 rows, all wrong',
    attack: (send) => send('POST', '/_paddock/import', { csv: `email,status\n${'sam,odd\n'.repeat(100_000)}` }),
  },
  {
    title: 'an import of 20 MB of unknown fields',
    attack: (send) =>
      send('POST', '/_paddock/import', {
        recorded: times(200, (number) => ({ ...customer(number), odd: Array(10_000).fill({ a: 'xx' }) })),
      }),
  },
  {
    title: '300 mixes of behaviours',
    attack: (send) =>
      inTurn(300, async (number) => {
        await send('PUT', '/_paddock/behaviours', { behaviours: mixOf(number) });
        await send('POST', '/customers', {});
      }),
  },
];
