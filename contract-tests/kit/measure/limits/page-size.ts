import { valueAt } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import type { ExperimentContext } from '../experiment-context.ts';
import { Inconclusive } from '../inconclusive.ts';
import type { Limit } from './limit.ts';

/** Finds a list, for which it may have to make something. */
type List = (context: ExperimentContext) => Promise<string>;

/** How many entities a page of a list holds where nothing was asked for. */
export function defaultPageSize(list: List): Limit {
  return async (context) => echoedSize(context, await list(context));
}

/** How many entities a page of a list holds at most: what the target makes of a number that no page has. */
export function maximumPageSize(list: List): Limit {
  return async (context) => echoedSize(context, `${await list(context)}?per_page=100000`);
}

/** The list at a path. */
export function at(path: string): List {
  return async () => path;
}

/** A list that belongs to a customer. */
export function ofCustomer(name: string): List {
  return async (context) => `/customers/${(await createCustomer(context)).id}/${name}`;
}

async function echoedSize(context: ExperimentContext, path: string): ReturnType<Limit> {
  const answer = await context.send('GET', path);
  const size = valueAt(answer.body, 'meta', 'pagination', 'per_page');
  if (answer.status !== 200 || typeof size !== 'number') {
    throw new Inconclusive(`${path} returned ${answer.status}, and does not say how large its page is`);
  }
  return { value: { value: size, bound: 'exact' }, because: `the answer to ${path} says ${size}` };
}
