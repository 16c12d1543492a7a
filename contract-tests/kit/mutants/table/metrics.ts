import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses } from '../define-defect.ts';
import { changeEntities, changeQuery } from '../edit-message.ts';
import type { Mutant } from '../mutant.ts';

/** Mutants of the series of figures. */
export const metricsMutants: readonly Mutant[] = [
  {
    name: 'revenue-doubled',
    description: 'revenue is twice as high as it is',
    breaks: ['metrics'],
    start: pointsOf('revenue', (point) => ({ ...point, amount: String(2 * Number(point['amount'])) })),
  },
  {
    name: 'revenue-not-counted',
    description: 'revenue counts no transactions',
    breaks: ['metrics'],
    start: pointsOf('revenue', (point) => ({ ...point, count: 0 })),
  },
  {
    name: 'refunds-negative',
    description: 'refunds are below zero',
    breaks: ['metrics'],
    start: pointsOf('refunds', (point) => ({ ...point, amount: `-${point['amount']}` })),
  },
  {
    name: 'subscribers-never-leave',
    description: 'there is one subscriber more after each day',
    breaks: ['metrics'],
    start: pointsOf('active-subscribers', (point, index) => ({ ...point, count: Number(point['count']) + index })),
  },
  {
    name: 'recurring-revenue-yearly',
    description: 'the recurring revenue is that of a year',
    breaks: ['metrics'],
    start: pointsOf('monthly-recurring-revenue', (point) => ({
      ...point,
      amount: String(12 * Number(point['amount'])),
    })),
  },
  {
    name: 'conversion-in-percent',
    description: 'the rate of conversion is a percentage',
    breaks: ['metrics'],
    start: pointsOf('checkout-conversion', (point) => ({ ...point, rate: String(100 * Number(point['rate'])) })),
  },
  {
    name: 'series-from-later',
    description: 'a series begins in the year 2025 at the earliest',
    breaks: ['metrics'],
    start: changeRequests('GET /metrics/*', (request) =>
      changeQuery(request, (query) => {
        const from = query.get('from');
        if (from !== null && from < '2025') query.set('from', query.get('to') ?? from);
      }),
    ),
  },
];

/** Changes the points of a series. */
function pointsOf(name: string, change: (point: JsonObject, index: number) => JsonObject): Mutant['start'] {
  return changeResponses(`GET /metrics/${name}`, (answer) =>
    changeEntities(answer, (entity) => ({
      ...entity,
      timeseries: [entity['timeseries'] ?? []]
        .flat()
        .map((point, index) => (isObject(point) ? change(point, index) : point)),
    })),
  );
}
