import type { Experiment } from '../experiment.ts';
import type { ExperimentContext } from '../experiment-context.ts';
import { Inconclusive } from '../inconclusive.ts';

/** Filters customers and subscriptions by a time, and by an invalid time, which a list with this filter refuses. */
export const updatedAtFilter: Experiment<'updated-at-filter'> = async (context) => {
  const [customers, subscriptions] = [
    await knowsFilter(context, '/customers'),
    await knowsFilter(context, '/subscriptions'),
  ];
  if (customers !== subscriptions) {
    throw new Inconclusive(
      `the filter works on ${customers ? 'customers' : 'subscriptions'}, and not on the other list`,
    );
  }
  return customers
    ? { value: 'customers-and-subscriptions', because: 'both lists accept a time, and refuse an invalid one' }
    : { value: 'transactions', because: 'neither of the two lists has the filter' };
};

async function knowsFilter({ send }: ExperimentContext, list: string): Promise<boolean> {
  const time = await send('GET', `${list}?updated_at[GT]=2999-01-01T00:00:00Z`);
  if (time.status !== 200) return false;
  const nonsense = await send('GET', `${list}?updated_at[GT]=never`);
  return nonsense.status === 400;
}
