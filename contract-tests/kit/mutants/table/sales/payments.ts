import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses, intercept, interceptWithState } from '../../define-defect.ts';
import { changeEntities, changePage, changeQuery, entitiesIn } from '../../edit-message.ts';
import type { Mutant } from '../../mutant.ts';

const methods = 'GET /customers/*/payment-methods';
const transaction = 'GET /transactions/*';

/** Changes the attempts of transactions. */
function changeAttempts(change: (attempts: JsonObject[]) => JsonObject[]) {
  return changeResponses(transaction, (answer) =>
    changeEntities(answer, (entity) => {
      const { payments } = entity;
      return Array.isArray(payments) ? { ...entity, payments: change(payments.filter(isObject)) } : entity;
    }),
  );
}

/** Changes the totals of transactions. */
function changeTotals(name: 'totals' | 'payout_totals', change: (totals: JsonObject) => JsonObject) {
  return changeResponses(transaction, (answer) =>
    changeEntities(answer, (entity) => {
      const { details } = entity;
      const totals = isObject(details) ? details[name] : null;
      return isObject(details) && isObject(totals)
        ? { ...entity, details: { ...details, [name]: change(totals) } }
        : entity;
    }),
  );
}

/** Mutants of payments and saved payment methods. */
export const paymentMutants: readonly Mutant[] = [
  {
    name: 'payment-methods-of-all',
    description: 'a list has the payment methods that any customer saved',
    breaks: ['payment-methods'],
    start: interceptWithState(methods, () => {
      const known = new Map<string, JsonObject>();
      return async (request, forward) => {
        const answer = await forward(request);
        for (const one of entitiesIn(answer)) known.set(String(one['id']), one);
        return changePage(answer, () => [...known.values()]);
      };
    }),
  },
  {
    name: 'payment-method-address-filter-ignored',
    description: 'payment methods are not narrowed by their address',
    breaks: ['payment-methods'],
    start: changeRequests(methods, (request) => changeQuery(request, (query) => query.delete('address_id'))),
  },
  {
    name: 'supports-checkout-ignored',
    description: 'payment methods are not narrowed by what a checkout can offer',
    breaks: ['payment-methods'],
    start: changeRequests(methods, (request) => changeQuery(request, (query) => query.delete('supports_checkout'))),
  },
  {
    name: 'supports-checkout-reversed',
    description: 'a list has the payment methods that a checkout cannot offer, instead of those it can',
    breaks: ['payment-methods'],
    start: changeRequests(methods, (request) =>
      changeQuery(request, (query) => {
        const asked = query.get('supports_checkout');
        if (asked !== null) query.set('supports_checkout', String(asked !== 'true'));
      }),
    ),
  },
  {
    name: 'payment-method-is-subscription',
    description: 'every payment method counts as saved for a subscription',
    breaks: ['payment-methods'],
    start: changeResponses('GET /customers/*/payment-methods**', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, origin: 'subscription' })),
    ),
  },
  {
    name: 'payment-method-not-deleted',
    description: 'deleting a payment method answers 204 and keeps it',
    breaks: ['payment-method-deletion'],
    start: intercept('DELETE /customers/*/payment-methods/*', async (request, forward) => {
      const answer = await forward({ ...request, method: 'GET', body: Buffer.alloc(0) });
      return answer.status === 200 ? { ...answer, status: 204, body: Buffer.alloc(0) } : answer;
    }),
  },
  {
    name: 'auth-token-repeated',
    description: 'a customer gets the same authentication token again',
    breaks: ['auth-tokens'],
    start: interceptWithState('POST /customers/*/auth-token', () => {
      let first: JsonObject | undefined;
      return async (request, forward) => {
        const answer = await forward(request);
        [first = first] = first ? [first] : entitiesIn(answer);
        const { customer_auth_token = null } = first ?? {};
        return changeEntities(answer, (entity) => ({ ...entity, customer_auth_token }));
      };
    }),
  },
  {
    name: 'auth-token-for-a-day',
    description: 'an authentication token is valid for a day',
    breaks: ['auth-tokens'],
    start: changeResponses('POST /customers/*/auth-token', (answer) =>
      changeEntities(answer, (entity) => {
        const expires_at = new Date(Date.parse(String(entity['expires_at'])) + 86_400_000);
        return { ...entity, expires_at: `${expires_at.toISOString().slice(0, 19)}Z` };
      }),
    ),
  },
  {
    name: 'attempts-oldest-first',
    description: 'the attempts of a transaction are oldest first',
    breaks: ['payments'],
    start: changeAttempts((attempts) => attempts.toReversed()),
  },
  {
    name: 'last-attempt-only',
    description: 'a transaction has only its newest attempt',
    breaks: ['payments'],
    start: changeAttempts((attempts) => attempts.slice(0, 1)),
  },
  {
    name: 'every-error-is-declined',
    description: 'a failed challenge counts as declined',
    breaks: ['payments', 'saved-cards'],
    start: changeAttempts((attempts) =>
      attempts.map((one) => (one['error_code'] === null ? one : { ...one, error_code: 'declined' })),
    ),
  },
  {
    name: 'declined-is-captured',
    description: 'a declined attempt counts as captured',
    breaks: ['payments', 'payment-failure'],
    start: changeAttempts((attempts) =>
      attempts.map((one) =>
        one['error_code'] === 'declined' ? { ...one, status: 'captured', error_code: null } : one,
      ),
    ),
  },
  {
    name: 'balance-stays-due',
    description: 'a paid transaction has its total as the balance',
    breaks: ['payments'],
    start: changeTotals('totals', (totals) => ({ ...totals, balance: totals['grand_total'] ?? null })),
  },
  {
    name: 'earnings-with-tax',
    description: 'earnings contain the tax',
    breaks: ['payment-completion'],
    start: changeTotals('totals', (totals) =>
      totals['fee'] === null
        ? totals
        : { ...totals, earnings: String(BigInt(String(totals['total'])) - BigInt(String(totals['fee']))) },
    ),
  },
  {
    name: 'fee-without-its-fixed-part',
    description: 'the fee of the payout lacks its fixed part',
    breaks: ['payment-completion'],
    start: changeTotals('payout_totals', (totals) => ({ ...totals, fee: String(BigInt(String(totals['fee'])) - 50n) })),
  },
  {
    name: 'paid-is-not-completed',
    description: 'a transaction stays paid',
    breaks: ['payments'],
    start: changeResponses(transaction, (answer) =>
      changeEntities(answer, (entity) => (entity['status'] === 'completed' ? { ...entity, status: 'paid' } : entity)),
    ),
  },
  {
    name: 'failed-payment-is-an-update',
    description: 'a failed payment is announced as an update',
    breaks: ['payment-failure'],
    start: changeResponses('GET /events', (answer) =>
      changeEntities(answer, (event) =>
        event['event_type'] === 'transaction.payment_failed' ? { ...event, event_type: 'transaction.updated' } : event,
      ),
    ),
  },
];
