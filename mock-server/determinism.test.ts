import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fc, test } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import {
  buildAddressCreate,
  buildBusinessCreate,
  buildCustomerCreate,
  buildCustomerUpdate,
  loadSeed,
} from '#fixtures/index.ts';
import { startPaddock } from './index.ts';

const profiles = ['guide', 'official'] as const;
type Profile = (typeof profiles)[number];

/** A request; its number selects the body and the customer. */
type Step = { name: keyof typeof requests; number: number };

const requests = {
  createCustomer: (profile: Profile, number: number) =>
    ['POST', '/customers', buildCustomerCreate({ seed: number % 7, profile })] as const,
  updateCustomer: (profile: Profile, number: number, customer: string) =>
    ['PATCH', `/customers/${customer}`, buildCustomerUpdate({ seed: number, profile })] as const,
  getCustomer: (_profile: Profile, _number: number, customer: string) => ['GET', `/customers/${customer}`] as const,
  listCustomers: (_profile: Profile, number: number) =>
    ['GET', `/customers?per_page=${1 + (number % 5)}&order_by=id[DESC]`] as const,
  createAddress: (profile: Profile, number: number, customer: string) =>
    ['POST', `/customers/${customer}/addresses`, buildAddressCreate({ seed: number, profile })] as const,
  createBusiness: (profile: Profile, number: number, customer: string) =>
    ['POST', `/customers/${customer}/businesses`, buildBusinessCreate({ seed: number, profile })] as const,
  createCustomerPortalSession: (_profile: Profile, _number: number, customer: string) =>
    ['POST', `/customers/${customer}/portal-sessions`, {}] as const,
  listSubscriptions: () => ['GET', '/subscriptions?per_page=3'] as const,
  listEvents: (_profile: Profile, number: number) => ['GET', `/events?per_page=${1 + (number % 5)}`] as const,
  refuseBody: () => ['POST', '/customers', { email: 'no address' }] as const,
  refuseUrl: () => ['GET', '/nothing-here'] as const,
};

const names = Object.keys(requests) as Step['name'][];
const steps = fc.array(fc.record({ name: fc.constantFrom(...names), number: fc.nat({ max: 100 }) }), { maxLength: 25 });

/** Bodies that the destination receives in each run. */
let bodies: string[] = [];
/** Pending responses of the destination; undefined if it answers at once. */
let held: ServerResponse[] | undefined;
const receiver = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  bodies.push(Buffer.concat(chunks).toString());
  if (held) held.push(response);
  else response.end();
});
beforeAll(() => new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => receiver.close(resolve)));

/**
 * Sends the requests to a new mock in order, and returns all responses and deliveries.
 *
 * @param isSlow true for a destination that answers after the last request only
 */
async function run(profile: Profile, seed: number, sequence: readonly Step[], isSlow = false) {
  bodies = [];
  held = isSlow ? [] : undefined;
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  const fixtures = loadSeed('small-saas');
  await using paddock = await startPaddock({
    profile,
    seed,
    fixtures,
    webhook: { url },
    baseUrl: 'http://paddock.test',
    rateLimit: false,
  });
  const answers: string[] = [];
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(paddock.url + path, {
      method,
      headers: { Authorization: `Bearer ${paddock.apiKey}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    // The only header with real time rather than the account's.
    const headers = [...response.headers].filter(([header]) => header !== 'date');
    answers.push(JSON.stringify([response.status, headers, await response.text()]));
  };
  const customers = fixtures.customers?.map(({ id }) => id) ?? [];
  for (const { name, number } of sequence) {
    const [method, path, body] = requests[name](profile, number, customers[number % customers.length] ?? '');
    await call(method, path, body);
  }
  for (const response of held ?? []) response.end();
  held = undefined;
  await call('POST', '/_paddock/deliveries/settle');
  await call('GET', '/notifications?per_page=200');
  return { answers, bodies: bodies.toSorted() };
}

describe.each(profiles)('under the profile %s', (profile) => {
  test.prop([steps, fc.nat()], { numRuns: 12 })(
    'the same seed and the same requests give the same bytes, however fast deliveries are',
    async (sequence, seed) => {
      expect(await run(profile, seed, sequence)).toEqual(await run(profile, seed, sequence, true));
    },
  );

  test('another seed gives other IDs, those of requests too', async () => {
    const sequence: Step[] = [{ name: 'createCustomer', number: 1 }];
    const [one, other] = [await run(profile, 1, sequence), await run(profile, 2, sequence)];
    expect(one.bodies).toHaveLength(1);
    expect(one.bodies).not.toEqual(other.bodies);
    expect(one.answers[0]).not.toBe(other.answers[0]);
  });
});
