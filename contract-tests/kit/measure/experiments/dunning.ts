import { dataOf, listOf, valueAt } from '../answers.ts';
import { createCustomer, idOf } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import type { ExperimentContext } from '../experiment-context.ts';
import { Inconclusive } from '../inconclusive.ts';

/** A test card whose first payment succeeds, and no later one. */
const failsLater = '4000 0027 6000 3184';

/** Lets the renewal of a subscription fail, and waits until no payment is retried any more. */
export const dunning: Experiment<'dunning'> = async (context) => {
  const { account, can } = context;
  const clock = can.clock ?? cannotWait('its clock cannot be moved, and payments are retried over weeks');
  const pay = can.pay ?? cannotWait('transactions of the target cannot be paid');
  const transaction = await sell(context);
  await pay(account, transaction, { card: failsLater });
  const subscription = String(dataOf(await context.send('GET', `/transactions/${transaction}`), 'subscription_id'));
  await clock.advance(account, { days: 31 });
  await clock.advance(account, { days: 31 });
  const status = dataOf(await context.send('GET', `/subscriptions/${subscription}`), 'status');
  const [unpaid] = listOf(await context.send('GET', `/transactions?subscription_id=${subscription}&order_by=id[DESC]`));
  const payments = valueAt(unpaid, 'payments');
  const attempts = Array.isArray(payments) ? payments.length : 0;
  const because = `after ${attempts} attempts to collect a renewal, the subscription was ${status}`;
  if (status === 'past_due' && attempts === 1) return { value: 'none', because };
  if (status === 'canceled') return { value: 'then-cancel', because };
  if (status === 'paused') return { value: 'then-pause', because };
  throw new Inconclusive(`${because}, which is no known way`);
};

/** Offers a monthly subscription to a new customer, and returns the ID of the transaction. */
async function sell(context: ExperimentContext): Promise<string> {
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

function cannotWait(reason: string): never {
  throw new Inconclusive(reason);
}
