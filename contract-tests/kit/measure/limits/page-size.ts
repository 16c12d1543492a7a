import { valueAt } from '../answers.ts';
import { Inconclusive } from '../inconclusive.ts';
import type { List } from '../lists.ts';
import type { Limit } from './limit.ts';

/** Measures the page size of a list: without `per_page`, and the one that the target uses for an excessive `per_page`. */
export function pageSizesOf({ name, arrange }: List): [name: string, limit: Limit][] {
  return [
    [`${name}.per_page.default`, echoedSize(arrange, '')],
    [`${name}.per_page.maximum`, echoedSize(arrange, '?per_page=100000')],
  ];
}

function echoedSize(arrange: List['arrange'], query: string): Limit {
  return async (context) => {
    const path = `${await arrange(context)}${query}`;
    const answer = await context.send('GET', path);
    const size = valueAt(answer.body, 'meta', 'pagination', 'per_page');
    if (answer.status !== 200 || typeof size !== 'number') {
      throw new Inconclusive(`${path} returned ${answer.status}, and does not say how large its page is`);
    }
    return { value: { value: size, bound: 'exact' }, because: `meta.pagination.per_page of ${path} is ${size}` };
  };
}
