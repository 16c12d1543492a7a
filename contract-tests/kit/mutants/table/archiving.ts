import { changeResponses, intercept } from '../define-defect.ts';
import { changeEntities, codeOf, entitiesIn, jsonIn, withBody, withFreshRequestId } from '../edit-message.ts';
import type { Mutant } from '../mutant.ts';
import { readBefore } from './updates.ts';

/** Mutants of archiving. */
export const archivingMutants: readonly Mutant[] = [
  {
    name: 'archived-still-usable',
    description: 'an archived customer can be changed',
    breaks: ['archived-gives-404'],
    start: intercept('PATCH /customers/*', async (request, forward) => {
      const [before] = entitiesIn(await readBefore(request, forward));
      const answer = await forward(request);
      if (before?.['status'] !== 'archived' || answer.status < 400) return answer;
      return changeEntities(await readBefore(request, forward), (entity) => ({ ...entity, ...jsonIn(request) }));
    }),
  },
  {
    name: 'archived-not-readable',
    description: 'an archived customer is not found',
    breaks: ['archived-gives-404'],
    start: intercept('GET /customers/*', async (request, forward) => {
      const answer = await forward(request);
      if (entitiesIn(answer)[0]?.['status'] !== 'archived') return answer;
      return forward({ ...request, url: new URL('/customers/ctm_01h00000000000000000000000', request.url) });
    }),
  },
  {
    name: 'archive-refused-otherwise',
    description: 'changing an archived customer gives another error code',
    breaks: ['archived-gives-404'],
    start: intercept('PATCH /customers/*', async (request, forward) => {
      const [before] = entitiesIn(await readBefore(request, forward));
      return forward(before?.['status'] === 'archived' ? withBody(request, { nothing: true }) : request);
    }),
  },
  {
    name: 'archive-forgotten',
    description: 'archiving returns success and does nothing',
    breaks: ['customer-archive-endpoint'],
    start: intercept('PATCH /customers/*', async (request, forward) => {
      if (jsonIn(request)?.['status'] !== 'archived') return forward(request);
      return changeEntities(await readBefore(request, forward), (entity) => ({ ...entity, status: 'archived' }));
    }),
  },
  {
    name: 'archive-endpoint-forgotten',
    description: 'the archive endpoint returns the customer as active',
    breaks: ['customer-archive-endpoint'],
    profile: 'guide',
    start: intercept('POST /customers/*/archive', (request, forward) =>
      readBefore({ ...request, url: new URL(request.url.href.replace('/archive', '')) }, forward),
    ),
  },
  {
    name: 'archive-endpoint-there',
    description: 'there is an archive endpoint',
    breaks: ['customer-archive-endpoint'],
    profile: 'official',
    start: intercept('POST /customers/*/archive', async (request, forward) =>
      forward({
        ...withBody(request, { status: 'archived' }),
        headers: new Headers([...request.headers, ['content-type', 'application/json']]),
        method: 'PATCH',
        url: new URL(request.url.href.replace('/archive', '')),
      }),
    ),
  },
  {
    name: 'archived-looks-active',
    description: 'an archived address is returned as active',
    breaks: ['list-customers-default-status'],
    start: changeResponses('* /customers/*/addresses/*', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, status: 'active' })),
    ),
  },
  {
    name: 'archived-address-changeable',
    description: 'an archived address can be changed',
    breaks: ['archived-gives-404'],
    start: intercept('PATCH /customers/*/addresses/*', async (request, forward) => {
      const answer = await forward(request);
      if (codeOf(answer) !== 'entity_archived') return answer;
      return withFreshRequestId(
        changeEntities(await readBefore(request, forward), (entity) => ({ ...entity, ...jsonIn(request) })),
      );
    }),
  },
];
