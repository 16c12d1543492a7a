import { valueAt } from '../answers.ts';
import type { Experiment } from '../experiment.ts';
import { Inconclusive } from '../inconclusive.ts';

/** Reads the default page size of the two lists for which Paddle publishes another one. */
export const pageSizes: Experiment<'page-sizes'> = async (context) => {
  const sizeOf = async (list: string) =>
    valueAt((await context.send('GET', list)).body, 'meta', 'pagination', 'per_page');
  const [transactions, settings] = [await sizeOf('/transactions'), await sizeOf('/notification-settings')];
  const because = `a page holds ${transactions} transactions and ${settings} notification settings`;
  if (transactions === 50 && settings === 50) return { value: 'same', because };
  if (transactions === 30 && settings === 200) return { value: 'per-endpoint', because };
  throw new Inconclusive(`${because}, which matches no known value`);
};
