import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses, intercept } from '../../define-defect.ts';
import { changeBody, changeEntities, changeError, changePage, changeQuery, without } from '../../edit-message.ts';
import type { Mutant, ProxiedRequest } from '../../mutant.ts';

/** Mutants of the bills of subscriptions: their amounts, times and lines. */
export const subscriptionBillMutants: readonly Mutant[] = [
  {
    name: 'prorated-is-full',
    description: 'a change that is to cost its share costs all',
    breaks: ['subscription-proration', 'subscription-billing-modes'],
    start: mode((one) => one.replace('prorated', 'full')),
  },
  {
    name: 'full-is-prorated',
    description: 'a change that is to cost all costs its share',
    breaks: ['subscription-billing-modes'],
    start: mode((one) => one.replace('full', 'prorated')),
  },
  {
    name: 'deferred-is-billed-now',
    description: 'a change that is to be billed with the next bill is billed at once',
    breaks: ['subscription-billing-modes', 'subscription-later-cycle-change'],
    start: mode((one) => one.replace('next_billing_period', 'immediately')),
  },
  {
    name: 'billed-now-is-deferred',
    description: 'a change that is to be billed at once is billed with the next bill',
    breaks: ['subscription-billing-modes', 'subscription-proration'],
    start: mode((one) => one.replace('immediately', 'next_billing_period')),
  },
  {
    name: 'do-not-bill-bills',
    description: 'a change that is not to be billed is billed',
    breaks: ['subscription-billing-modes'],
    start: mode((one) => (one === 'do_not_bill' ? 'prorated_immediately' : one)),
  },
  {
    name: 'change-is-free',
    description: 'a change that is to be billed is not',
    breaks: ['subscription-proration'],
    start: mode(() => 'do_not_bill'),
  },
  {
    name: 'subscription-discount-ignored',
    description: 'a discount is neither added to a subscription nor taken off',
    breaks: ['subscription-discounts'],
    start: updating((body) => without(body, 'discount')),
  },
  {
    name: 'subscription-discount-starts-now',
    description: 'a discount for the next bill starts at once',
    breaks: ['subscription-discounts'],
    start: updating((body) =>
      isObject(body['discount']) ? { ...body, discount: { ...body['discount'], effective_from: 'immediately' } } : body,
    ),
  },
  {
    name: 'failed-change-is-made',
    description: 'a change is made although its payment is declined',
    breaks: ['subscription-update'],
    start: updating((body) => ({ ...body, on_payment_failure: 'apply_change' })),
  },
  {
    name: 'failed-change-is-prevented',
    description: 'a change is not made if its payment is declined, although that was asked for',
    breaks: ['subscription-update'],
    start: updating((body) => without(body, 'on_payment_failure')),
  },
  {
    name: 'charge-waits',
    description: 'a charge now is billed with the next bill',
    breaks: ['subscription-charge'],
    start: charging((body) => ({ ...body, effective_from: 'next_billing_period' })),
  },
  {
    name: 'charge-does-not-wait',
    description: 'a charge with the next bill is billed at once',
    breaks: ['subscription-charge'],
    start: charging((body) => ({ ...body, effective_from: 'immediately' })),
  },
  {
    name: 'preview-makes-the-change',
    description: 'a preview of an update makes the change',
    breaks: ['subscription-update'],
    start: doing('PATCH /subscriptions/*/preview'),
  },
  {
    name: 'preview-of-charge-charges',
    description: 'a preview of a charge charges it',
    breaks: ['subscription-charge'],
    start: doing('POST /subscriptions/*/charge/preview'),
  },
  {
    name: 'summary-credit-positive',
    description: 'the credit of a preview’s summary has the other sign',
    breaks: ['subscription-update', 'subscription-summary-credit'],
    start: changeResponses('PATCH /subscriptions/*/preview', (answer) =>
      changeEntities(answer, (entity) => {
        const { update_summary: summary } = entity;
        if (!isObject(summary) || !isObject(summary['credit'])) return entity;
        const credit = { ...summary['credit'], amount: negated(summary['credit']['amount']) };
        return { ...entity, update_summary: { ...summary, credit } };
      }),
    ),
  },
  {
    name: 'next-transaction-missing',
    description: 'the next transaction of a subscription is not included',
    breaks: ['subscription-update', 'subscription-discounts'],
    start: changeRequests('GET /subscriptions/*', (request) =>
      changeQuery(request, (query) => {
        if (query.get('include')?.includes('next_transaction')) query.delete('include');
      }),
    ),
  },
  {
    name: 'recurring-details-discounted',
    description: 'the discount counts for what recurs',
    breaks: ['subscription-discounts'],
    start: changeResponses('GET /subscriptions/*', (answer) =>
      changeEntities(answer, (entity) => {
        const { next_transaction: next, recurring_transaction_details: details } = entity;
        return isObject(next) && details
          ? { ...entity, recurring_transaction_details: next['details'] ?? null }
          : entity;
      }),
    ),
  },
  {
    name: 'subscription-discount-forever',
    description: 'a discount does not say when it ends',
    breaks: ['subscription-discounts', 'subscription-discount-expiry'],
    start: changeResponses('* /subscriptions**', (answer) =>
      changeEntities(answer, (entity) =>
        isObject(entity['discount']) ? { ...entity, discount: { ...entity['discount'], ends_at: null } } : entity,
      ),
    ),
  },
  {
    name: 'discounted-renewal-names-none',
    description: 'a renewal does not name its discount',
    breaks: ['subscription-discounts', 'subscription-discount-expiry'],
    start: renewal((bill) => ({ ...bill, discount_id: null })),
  },
  {
    name: 'anchor-drifts-at-month-end',
    description: 'a subscription of the 31st is billed on the 28th after February',
    breaks: ['subscription-dates'],
    start: renewal((bill) => ({ ...bill, billing_period: onThe28th(bill['billing_period'] ?? null) })),
  },
  {
    name: 'leap-day-lost',
    description: 'a subscription of the 29th of February is billed on the 28th',
    breaks: ['subscription-dates'],
    start: renewal((bill) => {
      const { billing_period: period } = bill;
      const starts_at = isObject(period) ? String(period['starts_at']).replace('02-29', '02-28') : null;
      return isObject(period) ? { ...bill, billing_period: { ...period, starts_at } } : bill;
    }),
  },
  {
    name: 'renewal-a-day-late',
    description: 'renewals are billed a day after the period has begun',
    breaks: ['subscription-dates'],
    start: renewal((bill) => ({
      ...bill,
      billed_at: bill['billed_at'] ? new Date(Date.parse(String(bill['billed_at'])) + 86_400_000).toISOString() : null,
    })),
  },
  {
    name: 'renewal-has-no-period',
    description: 'a renewal does not say for which period it is',
    breaks: ['subscription-renewal'],
    start: renewal((bill) => ({ ...bill, billing_period: null })),
  },
  {
    name: 'renewal-swaps-proration',
    description: 'items of a renewal have a proration where they have none, and none where they have one',
    breaks: ['subscription-renewal-proration'],
    start: renewal((one) => {
      const share = { rate: '1', billing_period: one['billing_period'] ?? null };
      const items = objectsIn(one['items']).map((item) => ({ ...item, proration: item['proration'] ? null : share }));
      return { ...one, items };
    }),
  },
  {
    name: 'charge-has-no-period',
    description: 'a charge does not say for which period it is',
    breaks: ['subscription-charge-period'],
    start: bill((one) => (one['origin'] === 'subscription_charge' ? { ...one, billing_period: null } : one)),
  },
  {
    name: 'daily-limit-is-hourly',
    description: 'a charge beyond the limit of a day is refused as one beyond that of an hour',
    breaks: ['subscription-daily-charges'],
    start: changeResponses('POST /subscriptions/*/charge', (answer) =>
      changeError(answer, (error) => ({ ...error, code: String(error['code']).replace('24_hour', 'hour') })),
    ),
  },
  {
    name: 'renewal-is-a-sale',
    description: 'a renewal has the origin of a sale',
    breaks: ['subscription-renewal'],
    start: renewal((bill) => ({ ...bill, origin: 'web' })),
  },
  {
    name: 'renewal-has-no-payment',
    description: 'a renewal does not show its payments',
    breaks: ['subscription-renewal', 'subscription-past-due'],
    start: renewal((bill) => ({ ...bill, payments: [] })),
  },
  {
    name: 'failed-attempt-forgotten',
    description: 'a bill forgets the attempt that failed when it is paid',
    breaks: ['subscription-past-due'],
    start: renewal((bill) => {
      const { payments } = bill;
      return Array.isArray(payments) && payments.length > 1 ? { ...bill, payments: payments.slice(0, 1) } : bill;
    }),
  },
  {
    name: 'renewal-data-lost',
    description: 'a renewal has no data of the subscription',
    breaks: ['subscription-purchase'],
    start: renewal((bill) => ({ ...bill, custom_data: null })),
  },
  {
    name: 'unpaid-bills-stay',
    description: 'what a subscription has not paid stays past due when it ends or pauses',
    breaks: ['subscription-past-due'],
    start: renewal((bill) => (bill['status'] === 'canceled' ? { ...bill, status: 'past_due' } : bill)),
  },
  {
    name: 'declined-update-stays',
    description: 'the bill of a change that was not made stays past due',
    breaks: ['subscription-update'],
    start: bill((one) =>
      one['origin'] === 'subscription_update' && one['status'] === 'canceled' ? { ...one, status: 'past_due' } : one,
    ),
  },
  {
    name: 'purchase-has-no-period',
    description: 'the purchase has no period',
    breaks: ['subscription-purchase'],
    start: bill((one) => (one['origin'] === 'web' ? { ...one, billing_period: null } : one)),
  },
  {
    name: 'proration-by-day',
    description: 'proration counts days',
    breaks: ['subscription-proration'],
    start: rates((rate) => rate.toFixed(2)),
  },
  {
    name: 'proration-four-digits',
    description: 'the rate of a proration has four digits',
    breaks: ['subscription-proration'],
    start: rates((rate) => rate.toFixed(4)),
  },
  {
    name: 'removed-items-positive',
    description: 'lines of removed items have positive quantities',
    breaks: ['subscription-credit', 'subscription-proration'],
    start: lines((line) => ({ ...line, quantity: Math.abs(Number(line['quantity'])) })),
  },
  {
    name: 'unit-totals-negative',
    description: 'lines of removed items have negative units',
    breaks: ['subscription-credit', 'subscription-proration'],
    start: lines((line) => {
      const { unit_totals: unit } = line;
      if (!isObject(unit) || Number(line['quantity']) > 0) return line;
      return {
        ...line,
        unit_totals: Object.fromEntries(Object.entries(unit).map(([name, one]) => [name, negated(one)])),
      };
    }),
  },
  {
    name: 'credit-used-twice',
    description: 'credit pays the bill after the one that it has paid, too',
    breaks: ['subscription-credit'],
    start: changeResponses('GET /transactions', (answer) =>
      changePage(answer, (all) => {
        const used = all.map((one) => amountOf(one, 'credit')).find((credit) => credit > 0n) ?? 0n;
        return all.map((one) =>
          isObject(one) && amountOf(one, 'credit') === 0n && amountOf(one, 'total') > used
            ? totalsOf(one, (totals) => ({
                ...totals,
                credit: String(used),
                grand_total: String(amountOf(one, 'total') - used),
              }))
            : one,
        );
      }),
    ),
  },
  {
    name: 'credit-never-used',
    description: 'credit pays no bill of a subscription',
    breaks: ['subscription-credit'],
    start: bill((one) => totalsOf(one, (totals) => ({ ...totals, credit: '0', grand_total: totals['total'] ?? null }))),
  },
  {
    name: 'credit-lost',
    description: 'a customer has no credit',
    breaks: ['subscription-credit'],
    start: changeResponses('GET /customers/*/credit-balances', (answer) => changePage(answer, () => [])),
  },
  {
    name: 'used-credit-available',
    description: 'credit that was used is available',
    breaks: ['subscription-credit'],
    start: changeResponses('GET /customers/*/credit-balances', (answer) =>
      changeEntities(answer, (entity) => {
        const { balance } = entity;
        if (!isObject(balance)) return entity;
        const available = String(BigInt(String(balance['available'])) + BigInt(String(balance['used'])));
        return { ...entity, balance: { ...balance, available } };
      }),
    ),
  },
  {
    name: 'downgrade-gives-nothing',
    description: 'a negative bill gives nothing to the balance',
    breaks: ['subscription-credit'],
    start: bill((one) => totalsOf(one, (totals) => ({ ...totals, credit_to_balance: '0' }))),
  },
  {
    name: 'payment-method-change-is-sale',
    description: 'the transaction that changes a payment method has the origin of a sale',
    breaks: ['subscription-payment-method'],
    start: changeResponses('GET /subscriptions/*/update-payment-method-transaction', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, origin: 'api' })),
    ),
  },
  {
    name: 'payment-method-change-has-period',
    description: 'the transaction that changes a payment method is for the whole period',
    breaks: ['subscription-payment-method'],
    start: changeResponses('GET /subscriptions/*/update-payment-method-transaction', (answer) =>
      changeEntities(answer, (entity) => {
        const { details } = entity;
        const [line] = isObject(details) ? objectsIn(details['line_items']) : [];
        const proration = line?.['proration'];
        return isObject(proration) ? { ...entity, billing_period: proration['billing_period'] ?? null } : entity;
      }),
    ),
  },
];

function mode(change: (one: string) => string): Mutant['start'] {
  return updating((body) => {
    const { proration_billing_mode: one } = body;
    return typeof one === 'string' ? { ...body, proration_billing_mode: change(one) } : body;
  });
}

function updating(change: (body: JsonObject) => JsonObject): Mutant['start'] {
  return changeRequests('PATCH /subscriptions/*', (request) => changeBody(request, change));
}

function charging(change: (body: JsonObject) => JsonObject): Mutant['start'] {
  return changeRequests('POST /subscriptions/*/charge', (request) => changeBody(request, change));
}

/** Makes what a preview shows. */
function doing(preview: string): Mutant['start'] {
  return intercept(preview, async (request: ProxiedRequest, forward) => {
    const answer = await forward(request);
    const url = new URL(request.url);
    url.pathname = url.pathname.replace(/\/preview$/, '');
    await forward({ ...request, url });
    return answer;
  });
}

/** Changes the transactions in responses. */
function bill(change: (one: JsonObject) => JsonObject): Mutant['start'] {
  return changeResponses('* /transactions**', (answer) => changeEntities(answer, change));
}

function renewal(change: (one: JsonObject) => JsonObject): Mutant['start'] {
  return bill((one) => (one['origin'] === 'subscription_recurring' ? change(one) : one));
}

function lines(change: (line: JsonObject) => JsonObject): Mutant['start'] {
  return bill((one) => {
    const { details } = one;
    if (!isObject(details)) return one;
    return { ...one, details: { ...details, line_items: objectsIn(details['line_items']).map(change) } };
  });
}

function rates(change: (rate: number) => string): Mutant['start'] {
  return lines((line) => {
    const { proration } = line;
    if (!isObject(proration)) return line;
    return { ...line, proration: { ...proration, rate: String(Number(change(Number(proration['rate'])))) } };
  });
}

function totalsOf(one: JsonObject, change: (totals: JsonObject) => JsonObject): JsonObject {
  const { details } = one;
  if (!isObject(details) || !isObject(details['totals'])) return one;
  return { ...one, details: { ...details, totals: change(details['totals']) } };
}

function amountOf(one: Json, name: string): bigint {
  const details = isObject(one) ? one['details'] : null;
  const totals = isObject(details) ? details['totals'] : null;
  return BigInt(String(isObject(totals) ? (totals[name] ?? 0) : 0));
}

function negated(amount: Json | undefined): string {
  return String(-BigInt(String(amount ?? 0)));
}

function onThe28th(period: Json): Json {
  if (!isObject(period)) return period;
  return Object.fromEntries(
    Object.entries(period).map(([name, time]) => [name, String(time).replace(/-(29|30|31)T/, '-28T')]),
  );
}

function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
