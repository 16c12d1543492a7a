import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import { objectAt, resolveRef } from '#openapi/document/refs.ts';
import type { Contract, Operation } from '../contract/document.ts';
import { createAddress, createBusiness, createCustomer, markOfRun } from '../nouns/arrange.ts';
import { createDestination } from '../nouns/notification-settings/arrange.ts';
import { createSimulation, eventsOfRun, runSimulation } from '../nouns/simulations/arrange.ts';
import { seedSubscription } from '../nouns/subscriptions/arrange.ts';
import { createTransaction } from '../nouns/transactions/arrange.ts';
import { fillWithUnknownIds } from '../nouns/unknown-ids.ts';
import type { Account } from '../targets/account.ts';

/** Creates the entities in an operation's path. Those that cannot be created, such as subscriptions, are unknown. */
export async function arrangePath({ id, path }: Operation, account: Account): Promise<string> {
  if (path.includes('{notification_setting_id}'))
    return `/notification-settings/${(await createDestination(account)).id}`;
  if (path.includes('{simulation_id}')) return fillSimulation(path, account);
  if (path.includes('{subscription_id}')) return fillSubscription(path, account, statuses[id]);
  if (path.includes('{api_key_id}'))
    return fillWithUnknownIds(path.replace('{api_key_id}', /apikey_[a-z\d]{26}/.exec(account.apiKey)?.[0] ?? ''));
  // No operation makes a domain.
  if (path.includes('{domain_id}')) return fillWithUnknownIds(path);
  // An adjustment needs a completed transaction.
  if (path.includes('{adjustment_id}')) return path;
  if (path.includes('{transaction_id}')) return path.replace('{transaction_id}', (await createTransaction(account)).id);
  if (!path.includes('{customer_id}')) return pathToAny(path, account);
  const customer = await createCustomer(account);
  const filled = path.replace('{customer_id}', customer.id);
  if (path.includes('{address_id}'))
    return filled.replace('{address_id}', (await createAddress(account, customer, inUnitedStates)).id);
  if (path.includes('{business_id}'))
    return filled.replace('{business_id}', (await createBusiness(account, customer)).id);
  return filled;
}

/** Makes a simulation, and runs it where the path names a run. */
async function fillSimulation(path: string, account: Account): Promise<string> {
  const simulation = await createSimulation(account);
  const filled = path.replace('{simulation_id}', simulation.id);
  if (!path.includes('{simulation_run_id}')) return filled;
  const run = await runSimulation(account, simulation);
  const [event] = await eventsOfRun(account, simulation, run);
  return filled.replace('{simulation_run_id}', run.id).replace('{simulation_event_id}', event?.id ?? '');
}

type SubscriptionStatus = Parameters<typeof seedSubscription>[1];

/** Statuses that operations on subscriptions need, where it is not `active`. */
const statuses: Readonly<Record<string, SubscriptionStatus>> = {
  resumeSubscription: 'paused',
  activateSubscription: 'trialing',
};

/** Seeds a subscription, which no operation creates. It is unknown where the target cannot be seeded. */
async function fillSubscription(path: string, account: Account, status?: SubscriptionStatus): Promise<string> {
  const seeded = await seedSubscription(account, status);
  return seeded ? path.replace('{subscription_id}', seeded.subscription_id) : fillWithUnknownIds(path);
}

/** Body in a country with postal codes, which some targets require. */
const inUnitedStates = { country_code: 'US', postal_code: '10021' };

/** Makes what the first parameter of a path names, of the example in the document, where an operation can. */
async function pathToAny(path: string, account: Account): Promise<string> {
  const [start, collection = ''] = /^(\/[^{]+)\/\{\w+\}/.exec(path) ?? [];
  const { contract } = account.target;
  const creation = contract.operations.find((one) => one.method === 'POST' && one.path === collection);
  if (start === undefined || !creation) return path;
  return path.replace(start, `${collection}/${await createAny(account, creation)}`);
}

/** Creates the entity that the document has as an example, with all that it refers to, and returns its ID. */
export async function createAny(account: Account, creation: Operation): Promise<string> {
  const body = await arrangeBody(creation, account);
  const { body: created } = await account.request('POST', creation.path, { body });
  const id =
    isObject(created) && isObject(created['data']) ? created['data']['id'] : await pendingReport(account, creation);
  if (typeof id !== 'string') throw new Error(`Could not make anything with ${creation.id}: its example was refused.`);
  return id;
}

/** Returns the ID of the newest report, since a report is refused while another is pending. */
async function pendingReport(account: Account, creation: Operation): Promise<unknown> {
  if (creation.id !== 'createReport') return null;
  const { body } = await account.request('GET', creation.path);
  const [newest] = isObject(body) && Array.isArray(body['data']) ? body['data'] : [];
  return isObject(newest) ? newest['id'] : null;
}

/** Makes the body that the document has as an example acceptable: it refers to new entities, and has a name of its own. */
export async function arrangeBody(operation: Operation, account: Account): Promise<JsonObject> {
  const { contract, freshEmail, run } = account.target;
  let text = JSON.stringify(exampleBody(contract, operation));
  for (const [id, made] of await arrangeReferences(operation, account)) text = text.replaceAll(id, made);
  const body: JsonObject = JSON.parse(text);
  return {
    ...body,
    ...('email' in body && { email: freshEmail() }),
    ...(operation.path === '/discount-groups' ? { name: freshEmail() } : markOfRun(run)),
  };
}

/** Creates the entities that an operation's example refers to. Returns their IDs by those in the example. */
export async function arrangeReferences(operation: Operation, account: Account): Promise<ReadonlyMap<string, string>> {
  const { contract } = account.target;
  const found = new Map<string, string>();
  const example = exampleBody(contract, operation);
  const fields = fieldsIn(example).filter(([name, value]) => name.endsWith('_id') && typeof value === 'string');
  for (const [name, value] of fields) {
    const collection = `/${name.replace(/_id$/, 's').replaceAll('_', '-')}`;
    if (name === 'notification_setting_id') found.set(String(value), (await createDestination(account)).id);
    const creation = contract.operations.find((one) => one.method === 'POST' && one.path === collection);
    if (!found.has(String(value)) && creation) found.set(String(value), await createAny(account, creation));
  }
  const { customer_id, address_id } = example;
  const owner = found.get(String(customer_id));
  if (owner !== undefined && typeof address_id === 'string')
    found.set(address_id, (await createAddress(account, { id: owner }, inUnitedStates)).id);
  return found;
}

/** The body that the document has as an example for an operation; empty where no field of it is required. */
function exampleBody({ document }: Contract, { bodySchema }: Operation): JsonObject {
  if (bodySchema === undefined) return {};
  const { required, example } = resolveRef(document, objectAt(document, bodySchema));
  return Array.isArray(required) && isObject(example) ? example : {};
}

/** The path of an operation's entity, made and archived, in the way that every target has. */
export async function arrangeArchived(operation: Operation, account: Account): Promise<string> {
  const path = await arrangePath(operation, account);
  const entity = operation.method === 'PATCH' ? path : (/^\/[^/]+\/[^/]+/.exec(path)?.[0] ?? path);
  await account.request('PATCH', entity, { body: { status: 'archived' } });
  return path;
}

/** A path with unknown IDs, and what an operation is sent so that nothing but the path can be wrong with it. */
export function toNothing(contract: Contract, operation: Operation) {
  const body = operation.bodySchema === undefined ? {} : { body: exampleBody(contract, operation) };
  return { path: fillWithUnknownIds(operation.path), parts: body };
}

/** Returns the fields of an object, with those of objects and lists in it. */
function fieldsIn(body: JsonObject): [string, Json][] {
  return Object.entries(body).flatMap(([name, value]): [string, Json][] => {
    const within = [value].flat().filter(isObject);
    return [[name, value], ...within.flatMap(fieldsIn)];
  });
}
