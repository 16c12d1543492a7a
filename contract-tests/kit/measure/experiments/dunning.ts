import { dataOf, listOf, valueAt } from '../answers.ts';
import { sell } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
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

function cannotWait(reason: string): never {
  throw new Inconclusive(reason);
}
