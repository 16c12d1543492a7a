import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { changeRequests, intercept } from '../define-defect.ts';
import { changePage, changeQuery } from '../edit-message.ts';
import type { Mutant } from '../mutant.ts';

/** Removes parameters from the query of a list. */
function dropParameters(route: string, ...names: readonly string[]): () => ReturnType<Mutant['start']> {
  return changeRequests(route, (request) =>
    changeQuery(request, (query) => {
      for (const name of names) query.delete(name);
    }),
  );
}

/** Changes a parameter in the query of a list. */
function changeParameter(route: string, name: string, change: (value: string | null) => string | null) {
  return changeRequests(route, (request) =>
    changeQuery(request, (query) => {
      const value = change(query.get(name));
      if (value !== null) query.set(name, value);
    }),
  );
}

const emailOf = (entity: JsonObject) => String(entity['email']);

/** Mutants of filters and order of lists. */
export const filterMutants: readonly Mutant[] = [
  {
    name: 'email-filter-substring',
    description: 'the email filter matches substrings',
    breaks: ['list-customers-email-exact'],
    start: intercept('GET /customers', async (request, forward) => {
      const email = request.url.searchParams.get('email');
      if (email === null) return forward(request);
      const all = changeQuery(request, (query) => query.delete('email'));
      const isFound = (entity: JsonObject) => email.split(',').some((part) => emailOf(entity).includes(part));
      return changePage(await forward(all), (data) => data.filter((one) => isObject(one) && isFound(one)));
    }),
  },
  {
    name: 'email-filter-ignored',
    description: 'the email filter is ignored',
    breaks: ['list-customers-email-exact'],
    start: dropParameters('GET /customers', 'email'),
  },
  {
    name: 'email-filter-one-only',
    description: 'the email filter uses only the first of several',
    breaks: ['list-customers-email-exact'],
    start: changeParameter('GET /customers', 'email', (email) => email?.split(',')[0] ?? null),
  },
  {
    name: 'email-filter-decodes-plus',
    description: 'a plus in the email filter is decoded as a space',
    breaks: ['list-customers-email-exact'],
    start: changeParameter('GET /customers', 'email', (email) => email?.replaceAll('+', ' ') ?? null),
  },
  {
    name: 'id-filter-ignored',
    description: 'the ID filter is ignored',
    breaks: ['lists'],
    start: dropParameters('GET /customers', 'id'),
  },
  {
    name: 'id-filter-one-only',
    description: 'the ID filter uses only the first of several',
    breaks: ['lists'],
    start: changeParameter('GET /customers', 'id', (id) => id?.split(',')[0] ?? null),
  },
  {
    name: 'malformed-ids-skipped',
    description: 'malformed IDs in the ID filter are not refused',
    breaks: ['lists'],
    start: changeParameter(
      'GET /customers',
      'id',
      (id) =>
        id
          ?.split(',')
          .filter((one) => one.startsWith('ctm_'))
          .join() ?? null,
    ),
  },
  {
    name: 'status-filter-ignored',
    description: 'the status filter is ignored',
    breaks: ['list-customers-default-status'],
    start: changeParameter('GET /customers', 'status', (status) => (status === null ? null : 'active,archived')),
  },
  {
    name: 'archived-hidden',
    description: 'without a status filter, lists leave out archived entities',
    breaks: ['list-customers-default-status'],
    profile: 'guide',
    start: changeParameter('GET /customers', 'status', (status) => status ?? 'active'),
  },
  {
    name: 'archived-shown',
    description: 'without a status filter, lists include archived entities',
    breaks: ['list-customers-default-status'],
    profile: 'official',
    start: changeParameter('GET /customers', 'status', (status) => status ?? 'active,archived'),
  },
  {
    name: 'unknown-status-ignored',
    description: 'an unknown status is not refused',
    breaks: ['list-customers-default-status'],
    start: changeParameter(
      'GET /customers',
      'status',
      (status) =>
        status &&
        (status
          .split(',')
          .filter((one) => ['active', 'archived'].includes(one))
          .join() ||
          'active'),
    ),
  },
  {
    name: 'search-ignored',
    description: 'search is ignored',
    breaks: ['lists'],
    start: dropParameters('GET /customers', 'search'),
  },
  {
    name: 'order-ignored',
    description: 'order_by is ignored',
    breaks: ['lists'],
    start: dropParameters('GET **', 'order_by'),
  },
  {
    name: 'oldest-first',
    description: 'without order_by, lists begin with the oldest',
    breaks: ['lists'],
    start: changeParameter('GET /customers', 'order_by', (order) => order ?? 'id[ASC]'),
  },
  {
    name: 'unknown-order-ignored',
    description: 'an unknown order_by is not refused',
    breaks: ['lists'],
    start: changeParameter(
      'GET /customers',
      'order_by',
      (order) => order && (/^id\[(A|DE)SC\]$/.test(order) ? order : 'id[DESC]'),
    ),
  },
  {
    name: 'updated-at-filter-ignored',
    description: 'the updated_at filter is ignored',
    breaks: ['polling-updated-at'],
    profile: 'guide',
    start: dropParameters('GET **', ...['GT', 'GTE', 'LT', 'LTE'].map((bound) => `updated_at[${bound}]`)),
  },
  {
    name: 'updated-at-inclusive',
    description: 'updated_at[GT] includes the given time',
    breaks: ['polling-updated-at'],
    profile: 'guide',
    start: changeRequests('GET **', (request) =>
      changeQuery(request, (query) => {
        const time = query.get('updated_at[GT]');
        if (time === null) return;
        query.delete('updated_at[GT]');
        query.set('updated_at[GTE]', time);
      }),
    ),
  },
  {
    name: 'subscriptions-of-everyone',
    description: 'the customer filter is ignored for subscriptions',
    breaks: ['subscriptions-by-customer'],
    start: dropParameters('GET /subscriptions', 'customer_id'),
  },
  {
    name: 'subscription-status-ignored',
    description: 'the status filter is ignored for subscriptions',
    breaks: ['subscriptions-by-customer'],
    start: dropParameters('GET /subscriptions', 'status'),
  },
  {
    name: 'canceled-subscriptions-hidden',
    description: 'canceled subscriptions are not listed',
    breaks: ['subscriptions-by-customer'],
    start: intercept('GET /subscriptions', async (request, forward) =>
      changePage(await forward(request), (data) =>
        data.filter((one) => !isObject(one) || one['status'] !== 'canceled'),
      ),
    ),
  },
  {
    name: 'transactions-of-every-subscription',
    description: 'the subscription filter is ignored for transactions',
    breaks: ['transactions'],
    start: dropParameters('GET /transactions', 'subscription_id'),
  },
  {
    name: 'event-type-filter-ignored',
    description: 'the event type filter is ignored',
    breaks: ['events'],
    start: dropParameters('GET /events', 'event_type'),
  },
];
