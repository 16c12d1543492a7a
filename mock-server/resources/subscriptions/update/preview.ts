import type { components } from '#openapi/generated/guide.ts';
import type { Account } from '../../../account/account.ts';
import { linesOf } from '../../../billing/details.ts';
import { addCycles } from '../../../billing/period.ts';
import { openSums } from '../../../billing/settlement.ts';
import { formatTimestamp } from '../../../time/timestamp.ts';
import { creditBalanceId } from '../../credit-balances/kind.ts';
import type { Transaction } from '../../transactions/kind.ts';
import type { SoldItem } from '../../transactions/sale/items.ts';
import { chargeFor, soldItems } from '../bill.ts';
import type { Subscription, SubscriptionTerms } from '../kind.ts';
import { termsOf } from '../terms.ts';
import { activate, change, renew } from '../transitions.ts';
import type { Plan } from './plan.ts';

type Schemas = components['schemas'];
type Period = NonNullable<Transaction['billing_period']>;
type Details = Pick<Transaction['details'], 'tax_rates_used' | 'totals'> & { line_items: object[] };
/** A bill to come. */
type Previewed = { billing_period: Period; details: Details; adjustments: [] };

/** Returns a subscription as a planned change leaves it, with its bills. @evidence official; observed: without an ID */
export function preview(before: Subscription, plan: Plan, account: Account) {
  const { now, deferred, terms, after } = plan;
  const [{ entity }] = change(after, account.moment(), before).puts;
  const { id: _, ...shown } = entity;
  const available = creditOf(entity, account);
  const immediate = now?.period
    ? previewBill(entity, now.items, now.period, { at: account.clock.now(), available }, account)
    : null;
  const facts = { ...termsOf(before, account), ...terms };
  const left = immediate ? available + changeOfCredit(immediate) : available;
  const waiting = [...(facts.deferred ?? []), ...deferred];
  return {
    ...shown,
    immediate_transaction: immediate,
    next_transaction: nextTransaction(entity, account, { ...facts, deferred: waiting }, left),
    recurring_transaction_details: recurringDetails(entity, account),
    update_summary: summaryOf(entity, now?.items ?? deferred, account),
  };
}

/** Returns the next bill; `null` if none is to come. */
export function nextTransaction(
  subscription: Subscription,
  account: Account,
  terms: SubscriptionTerms = termsOf(subscription, account),
  available: bigint = creditOf(subscription, account),
): Previewed | null {
  const { next_billed_at } = subscription;
  if (next_billed_at === null) return null;
  const items = [...soldItems(subscription), ...(terms.deferred ?? [])];
  const at = Date.parse(next_billed_at);
  return previewBill(
    subscription,
    items,
    periodOfBill(subscription, next_billed_at, terms, account),
    { at, available },
    account,
  );
}

/** Returns what recurs, at full prices. @evidence observed 2026-09-16: without the discount */
export function recurringDetails(subscription: Subscription, account: Account): Details {
  return detailsOf(subscription, soldItems(subscription), account, { at: null, available: 0n });
}

/** The period that the next bill starts, by the same moves that will start it. */
function periodOfBill(
  subscription: Subscription,
  now: string,
  { anchor }: SubscriptionTerms,
  { behaviours }: Account,
): Period {
  const { status, scheduled_change, billing_cycle } = subscription;
  const moment = { now, behaviours };
  const known = anchor === undefined ? undefined : Date.parse(anchor);
  if (status !== 'paused' && scheduled_change === null) {
    const begins = status === 'trialing' ? activate(subscription, moment) : renew(subscription, known, moment);
    const { current_billing_period } = begins.puts[0].entity;
    if (current_billing_period) return current_billing_period;
  }
  return { starts_at: now, ends_at: formatTimestamp(addCycles(Date.parse(now), billing_cycle), behaviours.timestamps) };
}

/** When a bill is made, and the credit that is available for it. */
type Due = { at: number | null; available: bigint };

function previewBill(
  subscription: Subscription,
  items: readonly SoldItem[],
  billing_period: Period,
  due: Due,
  account: Account,
): Previewed {
  return { billing_period, details: detailsOf(subscription, items, account, due), adjustments: [] };
}

function detailsOf(
  subscription: Subscription,
  items: readonly SoldItem[],
  account: Account,
  { at, available }: Due,
): Details {
  const { line_items, tax_rates_used, totals } = chargeFor(subscription, items, account, at);
  const total = BigInt(totals.total);
  const credit = total <= 0n ? 0n : total < available ? total : available;
  return {
    tax_rates_used,
    totals: openSums(totals, subscription.currency_code, credit).totals,
    line_items: linesOf(items, line_items),
  };
}

function summaryOf(
  subscription: Subscription,
  items: readonly SoldItem[],
  account: Account,
): Schemas['subscription-update-summary'] {
  if (items.length === 0) return null;
  const { currency_code } = subscription;
  const totals = chargeFor(subscription, items, account).line_items.map((line) => BigInt(line.totals.total));
  const sum = (some: bigint[]) => some.reduce((one, other) => one + other, 0n);
  const [credit, charge] = [sum(totals.filter((one) => one < 0n)), sum(totals.filter((one) => one > 0n))];
  const result = credit + charge;
  const shown = account.behaviours['summary-credit'] === 'positive' ? -credit : credit;
  return {
    credit: { amount: String(shown), currency_code },
    charge: { amount: String(charge), currency_code },
    result: {
      action: result < 0n ? 'credit' : 'charge',
      amount: String(result < 0n ? -result : result),
      currency_code,
    },
  };
}

function creditOf({ customer_id, currency_code }: Subscription, { store }: Account): bigint {
  const credit = store.credit_balances.find(creditBalanceId({ customer_id, currency_code }));
  return BigInt(credit?.balance.available ?? '0');
}

/** Credit that a bill adds to the customer's balance, less the credit that it uses. */
function changeOfCredit({ details: { totals } }: Previewed): bigint {
  return BigInt(totals.credit_to_balance) - BigInt(totals.credit);
}
