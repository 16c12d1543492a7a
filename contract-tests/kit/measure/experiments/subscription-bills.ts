import { codeOf, dataOf, listOf, valueAt } from '../answers.ts';
import { type Billed, createBuyer, createCustomer, invoiced, monthly, withBilled } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import type { ExperimentContext } from '../experiment-context.ts';
import { Inconclusive, unexpected } from '../inconclusive.ts';

const dayMs = 86_400_000;
/** Charges in an hour, whatever a day allows. */
const hourly = 20;
/** A price that is charged once. */
const { billing_cycle: _, ...once } = monthly;
const support = { price: once, quantity: 1 };
const chargeNow = { effective_from: 'immediately', items: [support] };

/** Pauses and resumes a subscription, whose new period is billed like a renewal. */
export const renewalProration: Experiment<'renewal-proration'> = (context) =>
  withBilled(context, invoiced, async (subscription) => {
    for (const action of ['pause', 'resume'])
      await context.send('POST', `${subscription.path}/${action}`, { effective_from: 'immediately' });
    const bill = await billOf(context, subscription, 'subscription_recurring');
    const proration = valueAt(bill, 'items', 0, 'proration');
    const because = `an item of a new period had the proration ${JSON.stringify(proration)}`;
    if (proration === null) return { value: 'none', because };
    if (valueAt(proration, 'rate') === '1') return { value: 'whole', because };
    throw new Inconclusive(`${because}, which matches no known value`);
  });

/** Charges a subscription a day after its period began. */
export const chargePeriod: Experiment<'charge-period'> = async (context) => {
  const { answer } = await createCustomer(context);
  const [starts, ends] = [-1, 27].map((days) => Date.parse(String(dataOf(answer, 'created_at'))) + days * dayMs);
  if (!starts || !ends) return unexpected(answer);
  const billing_period = { starts_at: new Date(starts).toISOString(), ends_at: new Date(ends).toISOString() };
  return withBilled(context, { ...invoiced, billing_period }, async (subscription) => {
    await context.send('POST', `${subscription.path}/charge`, chargeNow);
    const bill = await billOf(context, subscription, 'subscription_charge');
    const begins = Date.parse(String(valueAt(bill, 'billing_period', 'starts_at')));
    const whole = Date.parse(String(subscription.read('current_billing_period', 'starts_at')));
    const hours = (begins - whole) / 3_600_000;
    const because = `a charge a day after a period began was for the time ${hours} hours after it`;
    if (hours === 0) return { value: 'whole', because };
    if (hours > 12) return { value: 'rest', because };
    throw new Inconclusive(`${because}, which matches no known value`);
  });
};

/** Charges a subscription as often as an hour allows, and again an hour later. */
export const dailyCharges: Experiment<'daily-charges'> = async (context) => {
  const { account, can } = context;
  const { clock } = can;
  if (!clock) throw new Inconclusive('its clock cannot be moved, and a day allows more charges than an hour at most');
  return withBilled(context, invoiced, async ({ path }) => {
    for (let count = 0; count < hourly; count += 1) {
      const answer = await context.send('POST', `${path}/charge`, chargeNow);
      if (answer.status !== 201) return unexpected(answer);
    }
    await clock.advance(account, { hours: 1 });
    const answer = await context.send('POST', `${path}/charge`, chargeNow);
    const isRefused = codeOf(answer) === 'subscription_immediate_charge_24_hour_limit_exceeded';
    const because = `one charge more than ${hourly}, an hour later, was ${isRefused ? 'refused' : 'accepted'}`;
    if (!isRefused && answer.status !== 201) return unexpected(answer);
    return { value: isRefused ? '20' : '100', because };
  });
};

/** Buys a subscription at a checkout, and reads the events. */
export const checkoutCreation: Experiment<'checkout-creation'> = async (context) => {
  const { account, can } = context;
  if (!can.subscribe) throw new Inconclusive('nothing can be bought at a checkout of the target');
  const items = [{ price: monthly, quantity: 1 }];
  const bought = await can.subscribe(account, { items, ...(await createBuyer(context)) });
  const events = listOf(await context.send('GET', '/events?order_by=id[DESC]&per_page=50'));
  const has = (type: string, id: string) =>
    events.some((event) => valueAt(event, 'event_type') === type && valueAt(event, 'data', 'id') === id);
  if (!has('transaction.completed', bought.transaction_id))
    throw new Inconclusive('no event says that the purchase was completed');
  const isAnnounced = has('subscription.created', bought.id);
  const because = `a purchase at a checkout had ${isAnnounced ? 'an' : 'no'} event subscription.created`;
  return { value: isAnnounced ? 'announced' : 'silent', because };
};

/** Returns the only transaction of a subscription with an origin. @throws Inconclusive if there is none */
async function billOf(context: ExperimentContext, { read }: Billed, origin: string): Promise<unknown> {
  const answer = await context.send('GET', `/transactions?subscription_id=${read('id')}&order_by=id[DESC]`);
  const bill = listOf(answer).find((transaction) => valueAt(transaction, 'origin') === origin);
  if (!bill) throw new Inconclusive(`the subscription has no transaction with the origin ${origin}`);
  return bill;
}
