import { valueAt } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import type { ExperimentContext } from '../experiment-context.ts';
import { Inconclusive } from '../inconclusive.ts';
import type { Limit } from './limit.ts';

/** Returns the path of a list, after creating what it belongs to. */
type List = (context: ExperimentContext) => Promise<string>;

/** Measures the page size of a list without `per_page`. */
export function defaultPageSize(list: List): Limit {
  return async (context) => echoedSize(context, await list(context));
}

/** Measures the maximum page size of a list: the one that the target uses for an excessive `per_page`. */
export function maximumPageSize(list: List): Limit {
  return async (context) => echoedSize(context, `${await list(context)}?per_page=100000`);
}

export function at(path: string): List {
  return async () => path;
}

/** Creates a customer, and returns the path of one of its lists. */
export function ofCustomer(name: string): List {
  return async (context) => `/customers/${(await createCustomer(context)).id}/${name}`;
}

async function echoedSize(context: ExperimentContext, path: string): ReturnType<Limit> {
  const answer = await context.send('GET', path);
  const size = valueAt(answer.body, 'meta', 'pagination', 'per_page');
  if (answer.status !== 200 || typeof size !== 'number') {
    throw new Inconclusive(`${path} returned ${answer.status}, and does not say how large its page is`);
  }
  return { value: { value: size, bound: 'exact' }, because: `meta.pagination.per_page of ${path} is ${size}` };
}
