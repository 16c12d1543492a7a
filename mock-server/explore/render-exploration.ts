import { counted } from '../text/counted.ts';
import type { Exploration } from './explore.ts';

const notes = { late: '  late', again: '  again' } as const;

/** Describes the result of a scenario: the order that breaks the application, and what it has wrong then. */
export function renderExploration(name: string, { events, orders, broken }: Exploration): string {
  if (!broken) return `${name}: ${counted(events, 'event')} in ${counted(orders, 'order')}, always as the API has it`;
  const width = Math.max(...broken.deliveries.map(({ event_type }) => event_type.length));
  const deliveries = broken.deliveries.map(({ event_type, occurred_at, status, note }, index) => {
    const marks = `${status === 200 ? '' : `  answered ${status}`}${note ? notes[note] : ''}`;
    return `  ${String(index + 1).padStart(3)}  ${occurred_at}  ${marks ? event_type.padEnd(width) + marks : event_type}`;
  });
  const differences = broken.differences.map(({ id, field, read, api }) =>
    read === undefined
      ? `  ${id} is missing`
      : `  ${id}: ${field} is ${JSON.stringify(read)}, but ${JSON.stringify(api)} in the API`,
  );
  const isRecorded = broken.deliveries.every(({ note }) => note === null);
  const title = `${name}: BROKEN ${isRecorded ? 'in the recorded order' : `after ${counted(orders, 'order')}; the smallest that breaks it`}:`;
  return [title, ...deliveries, ...differences].join('\n');
}
