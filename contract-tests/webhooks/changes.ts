import fc, { type Arbitrary } from 'fast-check';
import type { Address, Business, Customer } from '../contract/operations.ts';
import {
  archiveAddress,
  archiveCustomer,
  createAddress,
  createBusiness,
  createCustomer,
  unknownId,
} from '../nouns/arrange.ts';
import type { Account } from '../targets/account.ts';

/** An expected event: its type, and the entity as the API returned it. */
export type Expected = { readonly event_type: string; readonly data: Customer | Address | Business };

/** Entities that can still be changed. */
type Present = { customers: Customer[]; addresses: Address[]; businesses: Business[]; changes: number };

/** Sends a request about one of the entities, if there is one. @returns the expected event, or `null` */
type Act = (account: Account, present: Present, which: number) => Promise<Expected | null>;

const acts = {
  async createCustomer(account, { customers }) {
    const data = await createCustomer(account);
    customers.push(data);
    return { event_type: 'customer.created', data };
  },
  async updateCustomer(account, present, which) {
    const customer = pick(present.customers, which);
    if (!customer) return null;
    const request = { path: { customer_id: customer.id }, body: { name: `Sam ${++present.changes}` } };
    return { event_type: 'customer.updated', data: (await account.call('updateCustomer', request)).data };
  },
  async archiveCustomer(account, present, which) {
    const customer = pick(present.customers, which);
    if (!customer) return null;
    // Entities of an archived customer are left alone: changing them is undocumented.
    present.customers = present.customers.filter((other) => other !== customer);
    present.addresses = present.addresses.filter(({ customer_id }) => customer_id !== customer.id);
    present.businesses = present.businesses.filter(({ customer_id }) => customer_id !== customer.id);
    return { event_type: 'customer.updated', data: await archiveCustomer(account, customer) };
  },
  async createAddress(account, { customers, addresses }, which) {
    const customer = pick(customers, which);
    if (!customer) return null;
    const data = await createAddress(account, customer);
    addresses.push(data);
    return { event_type: 'address.created', data };
  },
  async updateAddress(account, present, which) {
    const address = pick(present.addresses, which);
    if (!address) return null;
    const path = { customer_id: address.customer_id, address_id: address.id };
    const request = { path, body: { city: `Cork ${++present.changes}` } };
    return { event_type: 'address.updated', data: (await account.call('updateAddress', request)).data };
  },
  async archiveAddress(account, present, which) {
    const address = pick(present.addresses, which);
    if (!address) return null;
    present.addresses = present.addresses.filter((other) => other !== address);
    return { event_type: 'address.updated', data: await archiveAddress(account, address) };
  },
  async createBusiness(account, { customers, businesses }, which) {
    const customer = pick(customers, which);
    if (!customer) return null;
    const data = await createBusiness(account, customer);
    businesses.push(data);
    return { event_type: 'business.created', data };
  },
  async updateBusiness(account, present, which) {
    const business = pick(present.businesses, which);
    if (!business) return null;
    const path = { customer_id: business.customer_id, business_id: business.id };
    const request = { path, body: { name: `ChatApp ${++present.changes}` } };
    return { event_type: 'business.updated', data: (await account.call('updateBusiness', request)).data };
  },
  async read(account, { customers }, which) {
    const customer = pick(customers, which);
    if (customer) await account.call('getCustomer', { path: { customer_id: customer.id } });
    return null;
  },
  async refused(account, { customers }, which) {
    const customer = pick(customers, which);
    await account.refusal('createCustomer', { body: { email: 'nobody' } });
    if (customer) await account.refusal('updateCustomer', { path: { customer_id: customer.id }, body: { name: 1 } });
    return null;
  },
  async notFound(account) {
    await account.refusal('updateCustomer', { path: { customer_id: unknownId('ctm') }, body: { name: 'Nobody' } });
    return null;
  },
} as const satisfies Readonly<Record<string, Act>>;

export type Step = { readonly act: keyof typeof acts; readonly which: number };

const names = Object.keys(acts).filter((name): name is keyof typeof acts => name in acts);

const step: Arbitrary<Step> = fc.record({ act: fc.constantFrom(...names), which: fc.nat(20) });
const first: readonly Step[] = [
  { act: 'createCustomer', which: 0 },
  { act: 'createAddress', which: 0 },
  { act: 'createBusiness', which: 0 },
];

/** Sequences of requests, including reads and refusals. They begin by creating an entity of each kind. */
export const steps: Arbitrary<Step[]> = fc
  .array(step, { maxLength: 25, size: '+1' })
  .map((more) => [...first, ...more]);

/** Takes the steps one after the other. @returns the expected events, in order */
export async function takeSteps(account: Account, sequence: readonly Step[]): Promise<Expected[]> {
  const present: Present = { customers: [], addresses: [], businesses: [], changes: 0 };
  const expected: Expected[] = [];
  for (const { act, which } of sequence) {
    const event = await acts[act](account, present, which);
    if (event) expected.push(event);
  }
  return expected;
}

function pick<Entity>(entities: readonly Entity[], which: number): Entity | undefined {
  return entities[which % entities.length];
}
