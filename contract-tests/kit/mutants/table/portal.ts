import { isObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses, interceptWithState } from '../define-defect.ts';
import { changeEntities, withBody, withFreshRequestId } from '../edit-message.ts';
import type { Mutant, ProxiedResponse } from '../mutant.ts';

/** Mutants of the customer portal. */
export const portalMutants: readonly Mutant[] = [
  {
    name: 'portal-link-opens-again',
    description: 'a portal link opens any number of times',
    breaks: ['portal-single-use'],
    profile: 'guide',
    start: interceptWithState('GET /**', () => {
      const pages = new Map<string, ProxiedResponse>();
      return async (request, forward) => {
        const answer = await forward(request);
        if (!request.url.searchParams.has('token')) return answer;
        const page = pages.get(request.url.href) ?? answer;
        pages.set(request.url.href, page);
        return page;
      };
    }),
  },
  {
    name: 'portal-link-opens-once',
    description: 'a portal link opens once',
    breaks: ['portal-single-use'],
    profile: 'official',
    start: interceptWithState('GET /**', () => {
      const opened = new Set<string>();
      return async (request, forward) => {
        const answer = await forward(request);
        if (!request.url.searchParams.has('token')) return answer;
        const again = opened.has(request.url.href);
        opened.add(request.url.href);
        return again ? { ...answer, status: 410 } : answer;
      };
    }),
  },
  {
    name: 'portal-expiry-answers-200',
    description: 'an expired or used portal link gives 200',
    breaks: ['portal-expires', 'portal-single-use'],
    start: changeResponses('GET /**', (answer) => (answer.status === 410 ? { ...answer, status: 200 } : answer)),
  },
  {
    name: 'portal-session-again',
    description: 'a second portal session repeats the first one',
    breaks: ['portal-one-per-request'],
    start: interceptWithState('POST /customers/*/portal-sessions', () => {
      const sessions = new Map<string, ProxiedResponse>();
      return async (request, forward) => {
        const answer = sessions.get(request.url.pathname) ?? (await forward(request));
        sessions.set(request.url.pathname, answer);
        return withFreshRequestId(answer);
      };
    }),
  },
  {
    name: 'portal-subscriptions-ignored',
    description: 'a portal session lacks the links of its subscriptions',
    breaks: ['portal-shape'],
    start: changeRequests('POST /customers/*/portal-sessions', (request) =>
      withBody(request, { subscription_ids: [] }),
    ),
  },
  {
    name: 'portal-link-without-token',
    description: 'the link to the portal overview has no token',
    breaks: ['portal-url-form'],
    start: changeResponses('POST /customers/*/portal-sessions', (answer) =>
      changeEntities(answer, (session) => {
        const { urls } = session;
        if (!isObject(urls) || !isObject(urls['general'])) return session;
        const overview = String(urls['general']['overview']).replace(/[?&]token=[^&]*/, '?');
        return { ...session, urls: { ...urls, general: { overview } } };
      }),
    ),
  },
];
