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

/** Offers a monthly subscription to a new customer, and returns the ID of the transaction. */
export async function sell(context: ExperimentContext): Promise<string> {
  const { id: customer_id } = await createCustomer(context);
  const address = { country_code: 'GB', postal_code: 'SW1A 1AA' };
  const address_id = idOf(await context.send('POST', `/customers/${customer_id}/addresses`, address));
  const product = { name: 'Made by paddock measure', tax_category: 'standard' };
  const product_id = idOf(await context.send('POST', '/products', product));
  const price = {
    product_id,
    description: 'Made by paddock measure',
    unit_price: { amount: '1000', currency_code: 'USD' },
    billing_cycle: { interval: 'month', frequency: 1 },
  };
  const price_id = idOf(await context.send('POST', '/prices', price));
  const items = [{ price_id, quantity: 1 }];
  return idOf(await context.send('POST', '/transactions', { items, customer_id, address_id }));
}

/** Sells a monthly subscription, and returns its path. @throws Inconclusive if transactions cannot be paid. */
export async function subscribe(context: ExperimentContext): Promise<string> {
  const { account, can } = context;
  if (!can.pay) throw new Inconclusive('transactions of the target cannot be paid');
  const transaction = await sell(context);
  await can.pay(account, transaction, { card: '4242 4242 4242 4242' });
  return `/subscriptions/${dataOf(await context.send('GET', `/transactions/${transaction}`), 'subscription_id')}`;
}
