import { isObject } from '#openapi/document/json.ts';
import { changeBody, changeEntities, entitiesIn, jsonIn, without } from '../change.ts';
import { handles, misanswers, misreads, remembers } from '../defects.ts';
import type { Mutant } from '../mutant.ts';

const each = '/notification-settings/*';
const all = '/notification-settings';

/** What is wrong with how destinations are managed. */
export const destinationMutants: readonly Mutant[] = [
  {
    name: 'event-types-added',
    description: 'PATCH adds event types to a destination instead of replacing them',
    breaks: ['patch-partial'],
    start: handles(`PATCH ${each}`, async (request, sendOn) => {
      const [before] = entitiesIn(await sendOn({ ...request, method: 'GET', body: Buffer.alloc(0) }));
      const old = [before?.['subscribed_events'] ?? []]
        .flat()
        .map((type) => (isObject(type) ? (type['name'] ?? null) : null));
      return sendOn(
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
    start: remembers(`POST ${all}`, () => {
      let names: string[] | undefined;
      return async (request, sendOn) => {
        const types = await sendOn({
          ...request,
          method: 'GET',
          body: Buffer.alloc(0),
          url: new URL('/event-types', request.url),
        });
        names ??= entitiesIn(types).map((type) => String(type['name']));
        const wanted = jsonIn(request)?.['subscribed_events'];
        const subscribed_events = names;
        const answer = await sendOn(changeBody(request, (body) => ({ ...body, subscribed_events })));
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
    start: misreads(`POST ${all}`, (request) =>
      changeBody(request, (body) =>
        Array.isArray(body['subscribed_events']) ? { ...body, subscribed_events: ['customer.created'] } : body,
      ),
    ),
  },
  {
    name: 'deleted-destination-stays',
    description: 'a deleted destination stays',
    breaks: ['notification-settings'],
    start: handles(`DELETE ${each}`, async (request, sendOn) => {
      const answer = await sendOn({ ...request, method: 'GET' });
      return answer.status === 200 ? { ...answer, status: 204, body: Buffer.alloc(0) } : answer;
    }),
  },
  {
    name: 'inactive-destination-stays-active',
    description: 'a destination cannot be deactivated',
    breaks: ['notification-settings'],
    start: misreads(`PATCH ${each}`, (request) => changeBody(request, (body) => without(body, 'active'))),
  },
  {
    name: 'inactive-destination-is-sent',
    description: 'an inactive destination still gets webhooks',
    breaks: ['notification-settings'],
    start: handles(`PATCH ${each}`, async (request, sendOn) => {
      if (jsonIn(request)?.['active'] !== false) return sendOn(request);
      const answer = await sendOn(changeBody(request, (body) => without(body, 'active')));
      return changeEntities(answer, (setting) => ({ ...setting, active: false }));
    }),
  },
  {
    name: 'secret-hidden',
    description: 'the secret of a destination is not shown',
    breaks: ['webhooks-hmac'],
    start: misanswers(`* ${all}`, (answer) =>
      changeEntities(answer, (setting) => ({ ...setting, endpoint_secret_key: '***' })),
    ),
  },
  {
    name: 'secret-renewed-on-change',
    description: 'each change of a destination shows another secret',
    breaks: ['webhook-secret-config'],
    start: misanswers(`PATCH ${each}`, (answer) =>
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
    start: misreads(`* ${all}`, (request) => changeBody(request, (body) => without(body, 'endpoint_secret_key'))),
  },
  {
    name: 'active-filter-ignored',
    description: 'the filter by active is ignored for destinations',
    breaks: ['notification-settings'],
    start: misreads(`GET ${all}`, (request) => {
      const url = new URL(request.url);
      url.searchParams.delete('active');
      return { ...request, url };
    }),
  },
];
