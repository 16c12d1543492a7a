import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  buildAddressCreate,
  buildBusinessCreate,
  buildCustomerCreate,
  buildCustomerUpdate,
  loadSeed,
} from '#fixtures/index.ts';
import { type Paddock, startPaddock } from '../index.ts';
import { call } from '../testing/call.ts';

type Profile = 'guide' | 'official';

/** A change of an account; its number selects the body and the customer. */
type Step = { name: Change; number: number; custom_data: Record<string, string> };

type Change =
  | 'createCustomer'
  | 'updateCustomer'
  | 'archiveCustomer'
  | 'createAddress'
  | 'createBusiness'
  | 'trigger'
  | 'advance';
type Request = readonly [method: string, path: string, body?: object];

const events = [
  ...['subscription.activated', 'subscription.canceled', 'subscription.paused', 'subscription.past_due'],
  ...['subscription.imported', 'subscription.trialing', 'subscription.updated', 'customer.updated', 'address.updated'],
  ...['transaction.billed', 'transaction.canceled', 'transaction.completed', 'transaction.created'],
  ...['transaction.past_due', 'transaction.ready', 'customer.imported', 'business.imported', 'business.updated'],
] as const;

const changes: Readonly<Record<Change, (profile: Profile, step: Step, customer: string) => Request>> = {
  createCustomer: (profile, { number, custom_data }) => [
    'POST',
    '/customers',
    { ...buildCustomerCreate({ seed: number, profile }), custom_data },
  ],
  updateCustomer: (profile, { number }, id) => [
    'PATCH',
    `/customers/${id}`,
    buildCustomerUpdate({ seed: number, profile }),
  ],
  archiveCustomer: (_profile, _step, id) => ['PATCH', `/customers/${id}`, { status: 'archived' }],
  createAddress: (profile, { number, custom_data }, id) => [
    'POST',
    `/customers/${id}/addresses`,
    { ...buildAddressCreate({ seed: number, profile }), custom_data },
  ],
  createBusiness: (profile, { number }, id) => [
    'POST',
    `/customers/${id}/businesses`,
    buildBusinessCreate({ seed: number, profile }),
  ],
  trigger: (_profile, { number }) => ['POST', `/_paddock/trigger/${events[number % events.length]}`, {}],
  advance: (_profile, { number }) => ['POST', '/_paddock/clock/advance', { seconds: (number % 45) * 86_400 }],
};

const texts = fc.constantFrom('', 'pro', 'ü 😀', '\u0000', '__proto__', 'constructor', '1e400', '0');
const steps = fc.array(
  fc.record({
    name: fc.constantFrom(...(Object.keys(changes) as Change[])),
    number: fc.nat({ max: 1000 }),
    custom_data: fc.dictionary(texts, texts, { maxKeys: 3 }),
  }),
  { minLength: 5, maxLength: 25 },
);

/** Starts a mock with a fixed base URL, so that links are equal in all mocks. */
const start = (profile: Profile) => startPaddock({ profile, baseUrl: 'http://paddock.test', rateLimit: false });

/** Reads every entity from lists and by ID, by path. */
async function readAll(paddock: Paddock): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  const read = async (path: string): Promise<{ id: string }[]> => {
    const { data, meta, error } = await call(paddock, 'GET', path);
    expect(error).toBeUndefined();
    answers[path] = { data, total: meta.pagination?.estimated_total };
    return data;
  };
  const readEach = async (path: string, query: string, include = '') => {
    const entities = await read(`${path}?${query}`);
    await Promise.all(entities.map(({ id }) => read(`${path}/${id}${include}`)));
    return entities;
  };
  const customers = await readEach('/customers', 'status=active,archived&per_page=200');
  const owned = customers.flatMap(({ id }) => [`/customers/${id}/addresses`, `/customers/${id}/businesses`]);
  await Promise.all(owned.map((path) => readEach(path, 'status=active,archived&per_page=200')));
  await readEach('/subscriptions', 'per_page=200');
  await readEach('/transactions', 'per_page=30', '?include=customer,address,business');
  await read('/subscriptions?status=active&order_by=id[DESC]&per_page=3');
  return answers;
}

describe.each(['guide', 'official'] as const)('under the profile %s', (profile) => {
  test.prop({ sequence: steps, isSeeded: fc.boolean() }, { numRuns: 3 })(
    'whatever a mock answered goes into an empty mock and is answered the same',
    async ({ sequence, isSeeded }) => {
      await using paddock = await start(profile);
      if (isSeeded) await paddock.seed(loadSeed('small-saas'));
      let customer = (await call(paddock, 'POST', '/customers', { email: 'first@example.com' })).data.id;
      for (const step of sequence) {
        const { data } = await call(paddock, ...changes[step.name](profile, step, customer));
        if (step.name === 'createCustomer' && data) customer = data.id;
      }
      const answers = await readAll(paddock);
      await using other = await start(profile);
      const { refused, notes } = await other.import({ recorded: Object.values(answers) });
      expect(refused).toEqual([]);
      expect(notes.filter(({ note }) => /left out|placeholders|missing/.test(note))).toEqual([]);
      expect(await readAll(other)).toEqual(answers);
    },
  );
});
