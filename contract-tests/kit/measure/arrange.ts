import { isDeepStrictEqual } from 'node:util';
import type { Answer } from '../../targets/account.ts';
import { dataOf, describeAnswer } from './answers.ts';
import type { ExperimentContext } from './experiment-context.ts';
import { Inconclusive } from './inconclusive.ts';

/** Creates a customer with the fields that every target accepts. @throws Inconclusive if it is refused. */
export async function createCustomer(
  context: ExperimentContext,
  fields: object = {},
): Promise<{ id: string; answer: Answer }> {
  const answer = await context.send('POST', '/customers', { email: context.freshEmail(), ...fields });
  return { id: idOf(answer), answer };
}

/** Archives a customer with PATCH or the archive endpoint. @throws Inconclusive if neither works. */
export async function archiveCustomer(context: ExperimentContext, id: string): Promise<void> {
  const patched = await context.send('PATCH', `/customers/${id}`, { status: 'archived' });
  if (patched.status === 200) return;
  const archived = await context.send('POST', `/customers/${id}/archive`);
  if (archived.status !== 200) throw new Inconclusive(`a customer could not be archived: ${describeAnswer(archived)}`);
}

/** Requests a new destination, runs `work` with the response, and deletes the destination if it was created. */
export async function withDestination<Result>(
  context: ExperimentContext,
  fields: object,
  work: (answer: Answer) => Promise<Result>,
): Promise<Result> {
  const answer = await context.send('POST', '/notification-settings', {
    // The email address holds the mark of the run, so `paddock sweep` finds the destination even if no response came.
    description: `Made by paddock measure for ${context.freshEmail()}`,
    type: 'url',
    subscribed_events: ['customer.created'],
    ...fields,
  });
  try {
    return await work(answer);
  } finally {
    if (answer.status < 300) await context.send('DELETE', `/notification-settings/${idOf(answer)}`);
  }
}

/**
 * Creates an entity with an optional field, and checks that the new entity has it. A refusal counts only if the same
 * request succeeds without the field.
 *
 * @param create sends the create request with these additional fields.
 * @throws Inconclusive if the entity is refused without the field too.
 */
export async function takesField(
  create: (fields: object) => Promise<Answer>,
  name: string,
  value: unknown,
): Promise<{ taken: boolean; because: string }> {
  const answer = await create({ [name]: value });
  if (answer.status < 300) {
    const taken = isDeepStrictEqual(dataOf(answer, name), value);
    return { taken, because: `${name} was accepted and ${taken ? 'kept' : 'ignored'}` };
  }
  const control = await create({});
  if (control.status >= 300)
    throw new Inconclusive(`the request was refused without ${name} too: ${describeAnswer(control)}`);
  return { taken: false, because: `${name} was refused with ${describeAnswer(answer)}, and accepted when left out` };
}

/** Returns the ID of a created entity. @throws Inconclusive if the response is an error. */
export function idOf(answer: Answer): string {
  const id = dataOf(answer, 'id');
  if (answer.status < 300 && typeof id === 'string') return id;
  throw new Inconclusive(`an entity for the experiment could not be created: ${describeAnswer(answer)}`);
}

/** A monthly price of a product of its own, as requests describe it. */
export const monthly = {
  description: 'Made by paddock measure',
  product: { name: 'Made by paddock measure', tax_category: 'standard' },
  unit_price: { amount: '1000', currency_code: 'USD' },
  billing_cycle: { interval: 'month', frequency: 1 },
} as const;

/** Creates a monthly price in the catalog, with other fields, and returns an item of it. */
export async function catalogued(
  context: ExperimentContext,
  fields: object,
): Promise<{ price_id: string; quantity: 1 }> {
  const { product, ...price } = { ...monthly, ...fields };
  const product_id = idOf(await context.send('POST', '/products', product));
  return { price_id: idOf(await context.send('POST', '/prices', { ...price, product_id })), quantity: 1 };
}

/** Creates a customer who can be sent an invoice, with an address. */
export async function createBuyer(context: ExperimentContext): Promise<{ customer_id: string; address_id: string }> {
  const { id: customer_id } = await createCustomer(context, { name: 'Made by paddock measure' });
  const street = { first_line: '1 High Street', city: 'London', region: 'London', postal_code: 'SW1A 1AA' };
  const place = { country_code: 'GB', ...street };
  const address_id = idOf(await context.send('POST', `/customers/${customer_id}/addresses`, place));
  return { customer_id, address_id };
}

/** Offers a monthly subscription to a new customer, and returns the ID of the transaction. */
export async function sell(context: ExperimentContext): Promise<string> {
  const items = [{ price: monthly, quantity: 1 }];
  return idOf(await context.send('POST', '/transactions', { items, ...(await createBuyer(context)) }));
}

/** Sells a monthly subscription, and returns its path. @throws Inconclusive if transactions cannot be paid. */
export async function subscribe(context: ExperimentContext): Promise<string> {
  const { account, can } = context;
  if (!can.pay) throw new Inconclusive('transactions of the target cannot be paid');
  const transaction = await sell(context);
  await can.pay(account, transaction, { card: '4242 4242 4242 4242' });
  return `/subscriptions/${dataOf(await context.send('GET', `/transactions/${transaction}`), 'subscription_id')}`;
}

/** Fields of a transaction that is paid by invoice. */
export const invoiced = {
  collection_mode: 'manual',
  billing_details: { payment_terms: { interval: 'day', frequency: 14 } },
} as const;

/** A subscription that was billed without a payment: its path, and the entity. */
export type Billed = { path: string; read(...path: readonly (string | number)[]): unknown; price_id: unknown };

/** Seconds that a subscription may take to begin. */
const beginsWithin = 10;

/**
 * Bills a subscription that needs no payment, runs `work` with it, and cancels it.
 *
 * @param fields of the transaction, and those of the price that differ from a monthly one
 * @throws Inconclusive if there is no subscription
 */
export async function withBilled<Result>(
  context: ExperimentContext,
  { price, ...fields }: { price?: object } & Readonly<Record<string, unknown>>,
  work: (subscription: Billed) => Promise<Result>,
): Promise<Result> {
  const items = [price ? await catalogued(context, price) : { price: monthly, quantity: 1 }];
  const sale = { items, ...(await createBuyer(context)), ...fields, status: 'billed' };
  const path = `/transactions/${idOf(await context.send('POST', '/transactions', sale))}`;
  let id = dataOf(await context.send('GET', path), 'subscription_id');
  for (let tries = 0; typeof id !== 'string' && tries < beginsWithin; tries += 1) {
    await context.wait(1000);
    id = dataOf(await context.send('GET', path), 'subscription_id');
  }
  if (typeof id !== 'string') throw new Inconclusive('what was billed began no subscription');
  const begun = `/subscriptions/${id}`;
  const answer = await context.send('GET', begun);
  try {
    const read = (...names: readonly (string | number)[]) => dataOf(answer, ...names);
    return await work({ path: begun, read, price_id: read('items', 0, 'price', 'id') });
  } finally {
    await context.send('POST', `${begun}/cancel`, { effective_from: 'immediately' });
  }
}
