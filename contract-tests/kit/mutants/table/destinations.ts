import { isObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses, intercept, interceptWithState } from '../define-defect.ts';
import { changeBody, changeEntities, entitiesIn, jsonIn, without } from '../edit-message.ts';
import type { Mutant } from '../mutant.ts';

const each = '/notification-settings/*';
const all = '/notification-settings';

/** Mutants of notification settings. */
export const destinationMutants: readonly Mutant[] = [
  {
    name: 'event-types-added',
    description: 'PATCH adds event types to a destination instead of replacing them',
    breaks: ['patch-partial'],
    start: intercept(`PATCH ${each}`, async (request, forward) => {
      const [before] = entitiesIn(await forward({ ...request, method: 'GET', body: Buffer.alloc(0) }));
      const old = [before?.['subscribed_events'] ?? []]
        .flat()
        .map((type) => (isObject(type) ? (type['name'] ?? null) : null));
      return forward(
        changeBody(request, (body) => {
          const { subscribed_events: sent } = body;
          return Array.isArray(sent) ? { ...body, subscribed_events: [...new Set([...old, ...sent])] } : body;
        }),
      );
    }),
  },
  {
    name: 'every-event-sent',
    description: 'a destination gets every event, whatever it subscribed to',
    breaks: ['webhook-events-14'],
    start: interceptWithState(`POST ${all}`, () => {
      let names: string[] | undefined;
      return async (request, forward) => {
        const types = await forward({
          ...request,
          method: 'GET',
          body: Buffer.alloc(0),
          url: new URL('/event-types', request.url),
        });
        names ??= entitiesIn(types).map((type) => String(type['name']));
        const wanted = jsonIn(request)?.['subscribed_events'];
        const subscribed_events = names;
        const answer = await forward(changeBody(request, (body) => ({ ...body, subscribed_events })));
        return changeEntities(answer, (setting) => {
          const { subscribed_events: types } = setting;
          if (!Array.isArray(types) || !Array.isArray(wanted)) return setting;
          return {
            ...setting,
            subscribed_events: types.filter((type) => isObject(type) && wanted.includes(type['name'] ?? null)),
          };
        });
      };
    }),
  },
  {
    name: 'unknown-event-types-skipped',
    description: 'unknown event types are not refused',
    breaks: ['webhook-events-14'],
    start: changeRequests(`POST ${all}`, (request) =>
      changeBody(request, (body) =>
        Array.isArray(body['subscribed_events']) ? { ...body, subscribed_events: ['customer.created'] } : body,
      ),
    ),
  },
  {
    name: 'deleted-destination-stays',
    description: 'a deleted destination stays',
    breaks: ['notification-settings'],
    start: intercept(`DELETE ${each}`, async (request, forward) => {
      const answer = await forward({ ...request, method: 'GET' });
      return answer.status === 200 ? { ...answer, status: 204, body: Buffer.alloc(0) } : answer;
    }),
  },
  {
    name: 'inactive-destination-stays-active',
    description: 'a destination cannot be deactivated',
    breaks: ['notification-settings'],
    start: changeRequests(`PATCH ${each}`, (request) => changeBody(request, (body) => without(body, 'active'))),
  },
  {
    name: 'inactive-destination-is-sent',
    description: 'an inactive destination still gets webhooks',
    breaks: ['notification-settings'],
    start: intercept(`PATCH ${each}`, async (request, forward) => {
      if (jsonIn(request)?.['active'] !== false) return forward(request);
      const answer = await forward(changeBody(request, (body) => without(body, 'active')));
      return changeEntities(answer, (setting) => ({ ...setting, active: false }));
    }),
  },
  {
    name: 'secret-hidden',
    description: 'the secret of a destination is not shown',
    breaks: ['webhooks-hmac'],
    start: changeResponses(`* ${all}`, (answer) =>
      changeEntities(answer, (setting) => ({ ...setting, endpoint_secret_key: '***' })),
    ),
  },
  {
    name: 'secret-renewed-on-change',
    description: 'each change of a destination shows another secret',
    breaks: ['webhook-secret-config'],
    start: changeResponses(`PATCH ${each}`, (answer) =>
      changeEntities(answer, (setting) => ({
        ...setting,
        endpoint_secret_key: `pdl_ntfset_${'1'.repeat(26)}_${crypto.randomUUID().replaceAll('-', '')}`,
      })),
    ),
  },
  {
    name: 'secret-of-ones-own-ignored',
    profile: 'guide',
    description: 'a secret in a request is ignored',
    breaks: ['webhook-secret-config'],
    start: changeRequests(`* ${all}`, (request) => changeBody(request, (body) => without(body, 'endpoint_secret_key'))),
  },
  {
    name: 'active-filter-ignored',
    description: 'the filter by active is ignored for destinations',
    breaks: ['notification-settings'],
    start: changeRequests(`GET ${all}`, (request) => {
      const url = new URL(request.url);
      url.searchParams.delete('active');
      return { ...request, url };
    }),
  },
];
