import { changeRequests, changeResponses, intercept } from '../define-defect.ts';
import { changeBody, changeEntities, codeOf } from '../edit-message.ts';
import type { Mutant } from '../mutant.ts';

/** Mutants of reports. */
export const reportMutants: readonly Mutant[] = [
  {
    name: 'report-ready-at-once',
    description: 'a report is shown as ready when it is created',
    breaks: ['reports'],
    start: changeResponses('POST /reports', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, status: 'ready' })),
    ),
  },
  {
    name: 'report-filters-ignored',
    description: 'filters of a report are ignored',
    breaks: ['reports'],
    start: changeRequests('POST /reports', (request) => changeBody(request, ({ filters: _, ...body }) => body)),
  },
  {
    name: 'report-rows-missing',
    description: 'a report never tells its number of rows',
    breaks: ['reports'],
    start: changeResponses('GET /reports/*', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, rows: null })),
    ),
  },
  {
    name: 'report-expires-in-a-day',
    description: 'a report expires a day after it is ready',
    breaks: ['reports'],
    start: changeResponses('GET /reports/*', (answer) =>
      changeEntities(answer, (entity) => {
        const { expires_at: end } = entity;
        return typeof end === 'string'
          ? { ...entity, expires_at: new Date(Date.parse(end) - 13 * 86_400_000).toISOString() }
          : entity;
      }),
    ),
  },
  {
    name: 'report-not-ready-404',
    description: 'the link to a report that is not ready is not found',
    breaks: ['reports'],
    start: intercept('GET /reports/*/download-url', async (request, forward) => {
      const answer = await forward(request);
      return codeOf(answer) === 'report_not_ready' ? { ...answer, status: 404 } : answer;
    }),
  },
];
