import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses, interceptWithState } from '../define-defect.ts';
import { changeEntities, changePage, entitiesIn, withFreshRequestId, without } from '../edit-message.ts';
import type { Mutant, ProxiedResponse } from '../mutant.ts';

/** Mutants of events and notifications in the API. */
export const eventMutants: readonly Mutant[] = [
  {
    name: 'update-makes-no-event',
    description: 'changing a customer emits no event',
    breaks: ['webhook-events-14'],
    start: changeResponses('GET /events', (answer) =>
      changePage(answer, (data) => data.filter((one) => !isObject(one) || one['event_type'] !== 'customer.updated')),
    ),
  },
  {
    name: 'update-named-as-creation',
    description: 'changing an address emits address.created',
    breaks: ['webhook-events-14'],
    start: changeResponses('GET /events', (answer) => ({
      ...answer,
      body: Buffer.from(answer.body.toString().replaceAll('"address.updated"', '"address.created"')),
    })),
  },
  {
    name: 'event-with-part-of-entity',
    description: 'events lack custom_data',
    breaks: ['webhook-events-14'],
    start: changeResponses('GET /events', (answer) =>
      changeEntities(answer, (event) =>
        isObject(event['data']) ? { ...event, data: without(event['data'], 'custom_data') } : event,
      ),
    ),
  },
  {
    name: 'events-of-now',
    description: 'events show the current entity, not the one at the time',
    breaks: ['events', 'webhook-events-14'],
    start: changeResponses('GET /events', (answer) => {
      const newest = new Map<string, JsonObject>();
      for (const { data } of entitiesIn(answer)) {
        // Events are newest first, so the first one of an entity holds its current state.
        if (isObject(data) && !newest.has(String(data['id']))) newest.set(String(data['id']), data);
      }
      return changeEntities(answer, (event) => {
        const now = isObject(event['data']) ? newest.get(String(event['data']['id'])) : undefined;
        return now ? { ...event, data: now } : event;
      });
    }),
  },
  {
    name: 'same-event-id',
    description: 'all events have the same ID',
    breaks: ['webhook-events-14'],
    start: changeResponses('GET /events', (answer) =>
      changeEntities(answer, (event) => ({ ...event, event_id: 'evt_01h00000000000000000000000' })),
    ),
  },
  {
    name: 'events-oldest-first',
    description: 'events are listed oldest first',
    breaks: ['events'],
    start: changeRequests('GET /events', (request) => {
      const url = new URL(request.url);
      if (!url.searchParams.has('order_by')) url.searchParams.set('order_by', 'id[ASC]');
      return { ...request, url };
    }),
  },
  {
    name: 'replay-answers-200',
    description: 'a replay returns 200',
    breaks: ['webhook-dedupe-event-id'],
    start: changeResponses('POST /notifications/*/replay', (answer) =>
      answer.status === 202 ? { ...answer, status: 200 } : answer,
    ),
  },
  {
    name: 'replay-names-original',
    description: 'a replay returns the ID of the original notification',
    breaks: ['webhook-dedupe-event-id'],
    start: changeResponses('POST /notifications/*/replay', (answer, { url }) =>
      changeEntities(answer, () => ({ notification_id: url.pathname.split('/')[2] ?? '' })),
    ),
  },
  {
    name: 'replay-not-done',
    description: 'a replay returns success and sends nothing',
    breaks: ['webhook-dedupe-event-id', 'webhook-retry-backoff'],
    start: interceptWithState('POST /notifications/*/replay', () => {
      let good: ProxiedResponse | undefined;
      return async (request, forward) => {
        if (good) return withFreshRequestId(good);
        const answer = await forward(request);
        if (answer.status === 202) good = answer;
        return answer;
      };
    }),
  },
  {
    name: 'attempts-not-counted',
    description: 'times_attempted is always 1',
    breaks: ['webhook-retry-backoff'],
    start: changeResponses('GET /notifications**', (answer) =>
      changeEntities(answer, (one) => ('times_attempted' in one ? { ...one, times_attempted: 1 } : one)),
    ),
  },
  {
    name: 'logs-one-only',
    description: 'only the last attempt is logged',
    breaks: ['webhook-retry-backoff'],
    start: changeResponses('GET /notifications/*/logs', (answer) => changePage(answer, (data) => data.slice(0, 1))),
  },
  {
    name: 'failed-looks-delivered',
    description: 'a failed notification has the status delivered',
    breaks: ['webhook-retry-backoff'],
    start: changeResponses('GET /notifications**', (answer) =>
      changeEntities(answer, (one) => (one['status'] === 'failed' ? { ...one, status: 'delivered' } : one)),
    ),
  },
];
