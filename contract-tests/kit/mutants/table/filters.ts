import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { changePage, changeQuery } from '../change.ts';
import { handles, misreads } from '../defects.ts';
import type { Mutant } from '../mutant.ts';

/** Does not see some parameters of lists. */
function ignores(route: string, ...names: readonly string[]): () => ReturnType<Mutant['start']> {
  return misreads(route, (request) =>
    changeQuery(request, (query) => {
      for (const name of names) query.delete(name);
    }),
  );
}

/** Changes the value of a parameter of lists. */
function changes(route: string, name: string, change: (value: string | null) => string | null) {
  return misreads(route, (request) =>
    changeQuery(request, (query) => {
      const value = change(query.get(name));
      if (value !== null) query.set(name, value);
    }),
  );
}

const emailOf = (entity: JsonObject) => String(entity['email']);

/** What is wrong with how lists are narrowed and ordered. */
export const filterMutants: readonly Mutant[] = [
  {
    name: 'email-filter-substring',
    description: 'the email filter matches substrings',
    breaks: ['list-customers-email-exact'],
    start: handles('GET /customers', async (request, sendOn) => {
      const email = request.url.searchParams.get('email');
      if (email === null) return sendOn(request);
      const all = changeQuery(request, (query) => query.delete('email'));
      const isFound = (entity: JsonObject) => email.split(',').some((part) => emailOf(entity).includes(part));
      return changePage(await sendOn(all), (data) => data.filter((one) => isObject(one) && isFound(one)));
    }),
  },
  {
    name: 'email-filter-ignored',
    description: 'the email filter is ignored',
    breaks: ['list-customers-email-exact'],
    start: ignores('GET /customers', 'email'),
  },
  {
    name: 'email-filter-one-only',
    description: 'the email filter uses only the first of several',
    breaks: ['list-customers-email-exact'],
    start: changes('GET /customers', 'email', (email) => email?.split(',')[0] ?? null),
  },
  {
    name: 'email-filter-decodes-plus',
    description: 'a plus in the email filter is decoded as a space',
    breaks: ['list-customers-email-exact'],
    start: changes('GET /customers', 'email', (email) => email?.replaceAll('+', ' ') ?? null),
  },
  {
    name: 'id-filter-ignored',
    description: 'the ID filter is ignored',
    breaks: ['lists'],
    start: ignores('GET /customers', 'id'),
  },
  {
    name: 'id-filter-one-only',
    description: 'the ID filter uses only the first of several',
    breaks: ['lists'],
    start: changes('GET /customers', 'id', (id) => id?.split(',')[0] ?? null),
  },
  {
    name: 'malformed-ids-skipped',
    description: 'malformed IDs in the ID filter are not refused',
    breaks: ['lists'],
    start: changes(
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
    start: changes('GET /customers', 'status', (status) => (status === null ? null : 'active,archived')),
  },
  {
    name: 'archived-hidden',
    description: 'without a status filter, lists leave out archived entities',
    breaks: ['list-customers-default-status'],
    profile: 'guide',
    start: changes('GET /customers', 'status', (status) => status ?? 'active'),
  },
  {
    name: 'archived-shown',
    description: 'without a status filter, lists include archived entities',
    breaks: ['list-customers-default-status'],
    profile: 'official',
    start: changes('GET /customers', 'status', (status) => status ?? 'active,archived'),
  },
  {
    name: 'unknown-status-ignored',
    description: 'an unknown status is not refused',
    breaks: ['list-customers-default-status'],
    start: changes(
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
    start: ignores('GET /customers', 'search'),
  },
  {
    name: 'order-ignored',
    description: 'order_by is ignored',
    breaks: ['lists'],
    start: ignores('GET **', 'order_by'),
  },
  {
    name: 'oldest-first',
    description: 'without order_by, lists begin with the oldest',
    breaks: ['lists'],
    start: changes('GET /customers', 'order_by', (order) => order ?? 'id[ASC]'),
  },
  {
    name: 'unknown-order-ignored',
    description: 'an unknown order_by is not refused',
    breaks: ['lists'],
    start: changes(
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
    start: ignores('GET **', ...['GT', 'GTE', 'LT', 'LTE'].map((bound) => `updated_at[${bound}]`)),
  },
  {
    name: 'updated-at-inclusive',
    description: 'updated_at[GT] includes the given time',
    breaks: ['polling-updated-at'],
    profile: 'guide',
    start: misreads('GET **', (request) =>
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
    start: ignores('GET /subscriptions', 'customer_id'),
  },
  {
    name: 'subscription-status-ignored',
    description: 'the status filter is ignored for subscriptions',
    breaks: ['subscriptions-by-customer'],
    start: ignores('GET /subscriptions', 'status'),
  },
  {
    name: 'canceled-subscriptions-hidden',
    description: 'canceled subscriptions are not listed',
    breaks: ['subscriptions-by-customer'],
    start: handles('GET /subscriptions', async (request, sendOn) =>
      changePage(await sendOn(request), (data) => data.filter((one) => !isObject(one) || one['status'] !== 'canceled')),
    ),
  },
  {
    name: 'transactions-of-every-subscription',
    description: 'the subscription filter is ignored for transactions',
    breaks: ['transactions'],
    start: ignores('GET /transactions', 'subscription_id'),
  },
  {
    name: 'event-type-filter-ignored',
    description: 'the event type filter is ignored',
    breaks: ['events'],
    start: ignores('GET /events', 'event_type'),
  },
];
