import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses, intercept, interceptWithState } from '../../define-defect.ts';
import { changeBody, changeEntities, changePage, entitiesIn, jsonIn, withBody, without } from '../../edit-message.ts';
import type { Mutant, ProxiedRequest } from '../../mutant.ts';

const day = 86_400_000;
const route = '* /subscriptions**';

/** Mutants of the states and dates of subscriptions. */
export const subscriptionMutants: readonly Mutant[] = [
  {
    name: 'cancel-takes-effect-now',
    description: 'a cancellation at the end of the period takes effect at once',
    breaks: ['subscription-cancel'],
    start: posting('cancel', (body) => ({ ...body, effective_from: 'immediately' })),
  },
  {
    name: 'cancel-waits',
    description: 'a cancellation at once waits for the end of the period',
    breaks: ['subscription-cancel', 'subscription-streams'],
    start: posting('cancel', (body) => without(body, 'effective_from')),
  },
  {
    name: 'pause-takes-effect-now',
    description: 'a pause at the end of the period takes effect at once',
    breaks: ['subscription-pause'],
    start: posting('pause', (body) => ({ ...body, effective_from: 'immediately' })),
  },
  {
    name: 'pause-waits',
    description: 'a pause at once waits for the end of the period',
    breaks: ['subscription-pause', 'subscription-streams'],
    start: posting('pause', (body) => without(body, 'effective_from')),
  },
  {
    name: 'pause-forgets-resumption',
    description: 'the date to resume is ignored',
    breaks: ['subscription-pause'],
    start: posting('pause', (body) => without(body, 'resume_at')),
  },
  {
    name: 'resume-date-ignored',
    description: 'a resumption at a time takes effect at once',
    breaks: ['subscription-resume', 'subscription-resume-before-pause'],
    start: posting('resume', (body) => ({ ...body, effective_from: 'immediately' })),
  },
  {
    name: 'resume-continues-always',
    description: 'a resumption continues the old period unless asked for a new one',
    breaks: ['subscription-resume'],
    start: posting('resume', (body) => ({ on_resume: 'continue_existing_billing_period', ...body })),
  },
  {
    name: 'resume-restarts-always',
    description: 'a resumption always starts a new period',
    breaks: ['subscription-resume'],
    start: posting('resume', (body) => without(body, 'on_resume')),
  },
  {
    name: 'activation-ignored',
    description: 'a trial goes on although it is ended',
    breaks: ['subscription-activate'],
    start: reading('POST /subscriptions/*/activate'),
  },
  {
    name: 'scheduled-change-stays',
    description: 'a scheduled change cannot be taken back',
    breaks: ['subscription-update'],
    start: updating((body) => without(body, 'scheduled_change')),
  },
  {
    name: 'next-bill-stays',
    description: 'another date of the next bill is ignored',
    breaks: ['subscription-update', 'subscription-trials'],
    start: updating((body) => without(body, 'next_billed_at')),
  },
  {
    name: 'subscription-data-stays',
    description: 'the data of a subscription is not changed',
    breaks: ['subscription-purchase'],
    start: updating((body) => without(body, 'custom_data')),
  },
  {
    name: 'new-items-once',
    description: 'an update sells one of each item',
    breaks: ['subscription-proration', 'subscription-items'],
    start: updating((body) => changeItems(body, (item) => ('quantity' in item ? { ...item, quantity: 1 } : item))),
  },
  {
    name: 'items-are-added',
    description: 'an update adds items to those that there are',
    breaks: ['subscription-items'],
    start: intercept('PATCH /subscriptions/*', async (request, forward) => {
      const items = jsonIn(request)?.['items'];
      if (!Array.isArray(items)) return forward(request);
      const [before] = entitiesIn(await forward(asGet(request)));
      const sent = new Set(items.map((item) => (isObject(item) ? item['price_id'] : undefined)));
      const kept = objectsIn(before?.['items'])
        .map(({ price, quantity = null }) => ({ price_id: isObject(price) ? (price['id'] ?? null) : null, quantity }))
        .filter(({ price_id }) => !sent.has(price_id));
      return forward(changeBody(request, (body) => ({ ...body, items: [...items, ...kept] })));
    }),
  },
  {
    name: 'renewal-keeps-old-period',
    description: 'a subscription stays in its first period',
    breaks: ['subscription-dates'],
    start: remembering((entity, memory) => {
      const { current_billing_period: period = null } = entity;
      const first = memory['period'] ?? period;
      return [period === null ? entity : { ...entity, current_billing_period: first }, { ...memory, period: first }];
    }),
  },
  {
    name: 'past-due-forgets-period',
    description: 'a subscription that is past due stays in the period that was paid for',
    breaks: ['subscription-past-due'],
    start: subscription((entity) => {
      const { status, current_billing_period: period } = entity;
      if (status !== 'past_due' || !isObject(period)) return entity;
      const ends_at = String(period['starts_at']);
      return { ...entity, current_billing_period: { starts_at: earlier(ends_at, 28 * day), ends_at } };
    }),
  },
  {
    name: 'past-due-is-active',
    description: 'a subscription that is past due is shown as active',
    breaks: ['subscription-past-due'],
    start: subscription((entity) => (entity['status'] === 'past_due' ? { ...entity, status: 'active' } : entity)),
  },
  {
    name: 'past-due-has-no-next-bill',
    description: 'a subscription that is past due has no next bill',
    breaks: ['subscription-past-due'],
    start: subscription((entity) => (entity['status'] === 'past_due' ? { ...entity, next_billed_at: null } : entity)),
  },
  {
    name: 'recovery-ignored',
    description: 'a subscription stays past due after its bill is paid',
    breaks: ['subscription-past-due'],
    start: remembering((entity, memory) => {
      const wasPastDue = memory['past_due'] === true || entity['status'] === 'past_due';
      const isShown = wasPastDue && entity['status'] === 'active';
      return [isShown ? { ...entity, status: 'past_due' } : entity, { past_due: wasPastDue }];
    }),
  },
  {
    name: 'trial-is-active',
    description: 'a trial is shown as active',
    breaks: ['subscription-trials'],
    start: subscription((entity) => (entity['status'] === 'trialing' ? { ...entity, status: 'active' } : entity)),
  },
  {
    name: 'trial-dates-lost',
    description: 'items in trial have no dates of the trial',
    breaks: ['subscription-trials'],
    start: items((item) => ({ ...item, trial_dates: null })),
  },
  {
    name: 'trial-is-billed',
    description: 'a trial counts as the first bill',
    breaks: ['subscription-trials'],
    start: subscription((entity) => ({ ...entity, first_billed_at: entity['started_at'] ?? null })),
  },
  {
    name: 'trial-end-is-start',
    description: 'a subscription starts when its trial ends',
    breaks: ['subscription-trials'],
    start: subscription((entity) => ({
      ...entity,
      started_at: entity['first_billed_at'] ?? entity['started_at'] ?? null,
    })),
  },
  {
    name: 'cardless-trial-has-next-bill',
    description: 'a trial without a payment method has a next bill',
    breaks: ['subscription-trials'],
    start: subscription((entity) => {
      const { status, scheduled_change, current_billing_period: period } = entity;
      const isTrial = status === 'trialing' && scheduled_change === null && isObject(period);
      return isTrial ? { ...entity, next_billed_at: period['ends_at'] ?? null } : entity;
    }),
  },
  {
    name: 'canceled-keeps-period',
    description: 'a canceled subscription has a period',
    breaks: ['subscription-cancel'],
    start: subscription((entity) => {
      const { status, started_at, canceled_at } = entity;
      return status === 'canceled'
        ? { ...entity, current_billing_period: { starts_at: started_at ?? null, ends_at: canceled_at ?? null } }
        : entity;
    }),
  },
  {
    name: 'scheduled-cancel-keeps-next-bill',
    description: 'a subscription with a scheduled cancellation has a next bill',
    breaks: ['subscription-cancel'],
    start: subscription((entity) => {
      const { scheduled_change: change } = entity;
      return isObject(change) && change['action'] === 'cancel'
        ? { ...entity, next_billed_at: change['effective_at'] ?? null }
        : entity;
    }),
  },
  {
    name: 'paused-items-active',
    description: 'the items of a paused subscription are active',
    breaks: ['subscription-pause'],
    start: items((item) => (item['status'] === 'inactive' ? { ...item, status: 'active' } : item)),
  },
  {
    name: 'pause-ends-period',
    description: 'a paused subscription has no period',
    breaks: ['subscription-past-due'],
    start: subscription((entity) =>
      entity['status'] === 'paused' ? { ...entity, current_billing_period: null } : entity,
    ),
  },
  {
    name: 'paused-at-stays',
    description: 'a resumed subscription says when it was paused',
    breaks: ['subscription-resume', 'subscription-past-due'],
    start: subscription((entity) => ({ ...entity, paused_at: entity['paused_at'] ?? entity['updated_at'] ?? null })),
  },
  {
    name: 'first-bill-moves',
    description: 'the first bill is that of the current period',
    breaks: ['subscription-renewal'],
    start: subscription((entity) => {
      const { current_billing_period: period, status } = entity;
      return isObject(period) && status !== 'trialing'
        ? { ...entity, first_billed_at: period['starts_at'] ?? null }
        : entity;
    }),
  },
  {
    name: 'items-billed-at-start',
    description: 'items were billed last when the subscription started',
    breaks: ['subscription-renewal', 'subscription-past-due'],
    start: subscription((entity) => ({
      ...entity,
      items: objectsIn(entity['items']).map((item) => ({
        ...item,
        previously_billed_at: entity['started_at'] ?? null,
      })),
    })),
  },
  {
    name: 'items-have-no-next-bill',
    description: 'items do not say when they are billed next',
    breaks: ['subscription-purchase'],
    start: items((item) => ({ ...item, next_billed_at: null })),
  },
  {
    name: 'kept-items-restart',
    description: 'items that are kept by an update count as billed then',
    breaks: ['subscription-proration'],
    start: changeResponses('PATCH /subscriptions/*', (answer) =>
      changeEntities(answer, (entity) => ({
        ...entity,
        items: objectsIn(entity['items']).map((item) => ({
          ...item,
          previously_billed_at: entity['updated_at'] ?? null,
        })),
      })),
    ),
  },
  {
    name: 'invoices-have-payment-link',
    description: 'a subscription that is invoiced has a link to change its payment method',
    breaks: ['subscription-invoices'],
    start: subscription((entity) =>
      isObject(entity['management_urls'])
        ? {
            ...entity,
            management_urls: { ...entity['management_urls'], update_payment_method: 'https://pay.example.com/' },
          }
        : entity,
    ),
  },
  {
    name: 'terms-of-invoices-lost',
    description: 'a subscription that is invoiced has no terms',
    breaks: ['subscription-invoices'],
    start: subscription((entity) => ({ ...entity, billing_details: null })),
  },
  {
    name: 'prices-of-items-lose-cycle',
    description: 'a subscription is billed by the month, whatever its cycle',
    breaks: ['subscription-billing-modes'],
    start: subscription((entity) =>
      'billing_cycle' in entity ? { ...entity, billing_cycle: { interval: 'month', frequency: 1 } } : entity,
    ),
  },
  {
    name: 'past-due-unannounced',
    description: 'no event says that a subscription is past due',
    breaks: ['subscription-streams'],
    start: events((all) => all.filter(({ event_type }) => event_type !== 'subscription.past_due')),
  },
  {
    name: 'activation-unannounced',
    description: 'no event says that a subscription becomes active',
    breaks: ['subscription-streams'],
    profile: 'official',
    start: events((all) => all.filter(({ event_type }) => event_type !== 'subscription.activated')),
  },
  {
    name: 'trial-unannounced',
    description: 'no event says that a trial begins',
    breaks: ['subscription-streams'],
    profile: 'official',
    start: events((all) => all.filter(({ event_type }) => event_type !== 'subscription.trialing')),
  },
  {
    name: 'renewal-unannounced',
    description: 'no event says that a period has moved',
    breaks: ['subscription-streams'],
    start: events((all) =>
      all.filter(
        ({ event_type, data }, index) =>
          event_type !== 'subscription.updated' ||
          !isObject(data) ||
          data['status'] !== 'active' ||
          all[index + 1]?.['event_type'] !== 'transaction.created',
      ),
    ),
  },
  {
    name: 'pause-is-cancellation',
    description: 'a pause is announced as a cancellation',
    breaks: ['subscription-streams'],
    start: events((all) =>
      all.map((event) =>
        event['event_type'] === 'subscription.paused' ? { ...event, event_type: 'subscription.canceled' } : event,
      ),
    ),
  },
  {
    name: 'paused-swaps-period',
    description: 'a paused subscription has a period where it has none, and none where it has one',
    breaks: ['subscription-paused-period'],
    start: changeResponses('GET /subscriptions/*', (answer) =>
      changeEntities(answer, (entity) =>
        entity['status'] === 'paused'
          ? {
              ...entity,
              current_billing_period: entity['current_billing_period']
                ? null
                : { starts_at: '2026-01-31T10:00:00Z', ends_at: '2026-02-28T10:00:00Z' },
            }
          : entity,
      ),
    ),
  },
  {
    name: 'trial-keeps-first-item',
    description: 'a subscription in trial has one item',
    breaks: ['subscription-trial-items'],
    start: subscription((entity) =>
      entity['status'] === 'trialing' ? { ...entity, items: objectsIn(entity['items']).slice(0, 1) } : entity,
    ),
  },
  {
    name: 'date-of-items-dropped',
    description: 'the date of an update that has items too is ignored where it is refused',
    breaks: ['subscription-items-with-date'],
    start: updating((body) => (body['items'] ? without(body, 'next_billed_at') : body)),
  },
  {
    name: 'creation-unannounced',
    description: 'no event says that a subscription was created',
    breaks: ['subscription-checkout-creation'],
    start: events((all) => all.filter(({ event_type }) => event_type !== 'subscription.created')),
  },
  {
    name: 'paused-swaps-items',
    description: 'items of a paused subscription are active where they are inactive',
    breaks: ['subscription-paused-items'],
    start: changeResponses('GET /subscriptions/*', (answer) =>
      changeEntities(answer, (entity) =>
        entity['status'] === 'paused'
          ? { ...entity, items: objectsIn(entity['items']).map((item) => ({ ...item, status: 'active' })) }
          : entity,
      ),
    ),
  },
  {
    name: 'dunning-never-ends',
    description: 'a subscription whose bill is never paid stays past due',
    breaks: ['subscription-dunning'],
    start: remembering((entity, memory) => {
      const wasPastDue = memory['past_due'] === true || entity['status'] === 'past_due';
      const isEnded = entity['status'] === 'canceled' || entity['status'] === 'paused';
      return [wasPastDue && isEnded ? { ...entity, status: 'past_due' } : entity, { past_due: wasPastDue }];
    }),
  },
  {
    name: 'dunning-keeps-last-attempt',
    description: 'a bill shows the last two attempts to collect it',
    breaks: ['subscription-dunning'],
    start: changeResponses('GET /transactions', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, payments: objectsIn(entity['payments']).slice(0, 2) })),
    ),
  },
  {
    name: 'dunning-leaves-bill',
    description: 'the bill of a subscription that was given up stays past due',
    breaks: ['subscription-dunning'],
    start: changeResponses('GET /transactions', (answer) =>
      changeEntities(answer, (entity) =>
        entity['status'] === 'canceled' ? { ...entity, status: 'past_due' } : entity,
      ),
    ),
  },
  {
    name: 'history-oldest-first',
    description: 'the history of a subscription begins with its purchase',
    breaks: ['subscription-history'],
    start: history((all) => all.toReversed()),
  },
  {
    name: 'history-without-renewals',
    description: 'the history of a subscription has no renewals',
    breaks: ['subscription-history'],
    start: history((all) => all.filter(({ action }) => action !== 'subscription_renewed')),
  },
  {
    name: 'history-ungrouped',
    description: 'entries of one request belong to groups of their own',
    breaks: ['subscription-history'],
    start: history((all) => all.map((entry) => ({ ...entry, group_id: entry['id'] ?? null }))),
  },
  {
    name: 'history-by-system',
    description: 'all that happens is done by the system',
    breaks: ['subscription-history'],
    start: history((all) => all.map((entry) => ({ ...entry, source: 'system', actor: { type: 'system', id: null } }))),
  },
  {
    name: 'history-hides-failures',
    description: 'the history of a subscription does not tell that a bill was not paid',
    breaks: ['subscription-history'],
    start: history((all) => all.filter(({ action }) => action !== 'subscription_past_due')),
  },
  {
    name: 'history-without-detail',
    description: 'an entry of the history has no detail',
    breaks: ['subscription-history'],
    start: history((all) => all.map((entry) => ({ ...entry, detail: {} }))),
  },
  {
    name: 'history-portal-is-api',
    description: 'what a customer does in the portal is told as a request of the seller',
    breaks: ['subscription-history-portal'],
    start: history((all) =>
      all.map((entry) => (entry['source'] === 'customer_portal' ? { ...entry, source: 'api' } : entry)),
    ),
  },
  {
    name: 'history-customer-is-unknown',
    description: 'the history does not tell which customer did something in the portal',
    breaks: ['subscription-history-portal'],
    start: history((all) =>
      all.map((entry) =>
        entry['source'] === 'customer_portal' ? { ...entry, actor: { type: 'system', id: null } } : entry,
      ),
    ),
  },
  {
    name: 'history-customer-is-seller',
    description: 'what a customer asks for is told as asked for by the seller',
    breaks: ['subscription-history-portal'],
    start: history((all) =>
      all.map((entry) => (entry['reason'] === 'customer_request' ? { ...entry, reason: 'seller_request' } : entry)),
    ),
  },
  {
    name: 'discount-expiry-untold',
    description: 'the history does not tell that a discount has ended',
    breaks: ['subscription-discount-expiry'],
    start: history((all) => all.filter(({ action }) => action !== 'subscription_discount_expired')),
  },
  {
    name: 'discount-expiry-is-removal',
    description: 'the history tells of a discount that has ended as one that was taken off by a request',
    breaks: ['subscription-discount-expiry'],
    start: history((all) =>
      all.map((entry) => (entry['action'] === 'subscription_discount_expired' ? { ...entry, source: 'api' } : entry)),
    ),
  },
  {
    name: 'discount-expiry-unannounced',
    description: 'no event says that a discount has ended',
    breaks: ['subscription-discount-expiry'],
    start: events((all) =>
      all.filter(
        ({ event_type, data }) => event_type !== 'subscription.updated' || !isObject(data) || data['discount'] !== null,
      ),
    ),
  },
  {
    name: 'expired-discount-stays',
    description: 'a discount that has ended stays with the subscription',
    breaks: ['subscription-discount-expiry'],
    start: remembering((entity, { discount = null }) => {
      const shown = { ...entity, discount: entity['discount'] ?? discount };
      return [shown, { discount: shown.discount }];
    }),
  },
];

/** Changes the pages of a history. */
function history(change: (all: JsonObject[]) => JsonObject[]): Mutant['start'] {
  return changeResponses('GET /subscriptions/*/history', (answer) =>
    changePage(answer, (all) => change(all.filter(isObject))),
  );
}

/** Changes the subscriptions in responses. */
function subscription(change: (entity: JsonObject) => JsonObject): Mutant['start'] {
  return changeResponses(route, (answer) =>
    changeEntities(answer, (entity) => (isOne(entity) ? change(entity) : entity)),
  );
}

function items(change: (item: JsonObject) => JsonObject): Mutant['start'] {
  return subscription((entity) => ({ ...entity, items: objectsIn(entity['items']).map(change) }));
}

/** Changes subscriptions by what a defect remembers of each. */
function remembering(change: (entity: JsonObject, memory: JsonObject) => [JsonObject, JsonObject]): Mutant['start'] {
  return interceptWithState(route, () => {
    const memories = new Map<Json | undefined, JsonObject>();
    return async (request, forward) =>
      changeEntities(await forward(request), (entity) => {
        if (!isOne(entity)) return entity;
        const [shown, memory] = change(entity, memories.get(entity['id']) ?? {});
        memories.set(entity['id'], memory);
        return shown;
      });
  });
}

function isOne(entity: JsonObject): boolean {
  return 'scheduled_change' in entity;
}

function posting(action: string, change: (body: JsonObject) => JsonObject): Mutant['start'] {
  return changeRequests(`POST /subscriptions/*/${action}`, (request) => {
    const changed = change(jsonIn(request) ?? {});
    if (request.body.length === 0 && Object.keys(changed).length === 0) return request;
    const headers = new Headers(request.headers);
    headers.set('content-type', 'application/json');
    return withBody({ ...request, headers }, changed);
  });
}

function updating(change: (body: JsonObject) => JsonObject): Mutant['start'] {
  return changeRequests('PATCH /subscriptions/*', (request) => changeBody(request, change));
}

/** Answers an operation with the subscription as it is. */
function reading(operation: string): Mutant['start'] {
  return intercept(operation, (request, forward) => forward(asGet(request, -1)));
}

/** @param parts number of segments of the path to keep; by default all */
function asGet(request: ProxiedRequest, parts?: number): ProxiedRequest {
  const url = new URL(request.url);
  url.pathname = url.pathname.split('/').slice(0, parts).join('/');
  return { ...request, url, method: 'GET', body: Buffer.alloc(0) };
}

function changeItems(body: JsonObject, change: (item: JsonObject) => JsonObject): JsonObject {
  const { items: all } = body;
  return Array.isArray(all) ? { ...body, items: all.map((item) => (isObject(item) ? change(item) : item)) } : body;
}

/** Changes the pages of events. */
function events(change: (all: JsonObject[]) => JsonObject[]): Mutant['start'] {
  return changeResponses('GET /events', (answer) => changePage(answer, (all) => change(all.filter(isObject))));
}

function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function earlier(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) - milliseconds).toISOString();
}
