import { valueAt } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import { CannotTell } from '../cannot-tell.ts';
import type { Experiment } from '../experiment.ts';

/** Looks at a page that has a customer on it. */
export const paginationNext: Experiment<'pagination-next'> = async (probe) => {
  const { id } = await createCustomer(probe);
  const { body } = await probe.send('GET', '/customers?per_page=1');
  const next = valueAt(body, 'meta', 'pagination', 'next');
  if (next === id) return { value: 'cursor', because: "next was the last customer's ID" };
  if (typeof next === 'string' && URL.canParse(next) && next.includes(id)) {
    return { value: 'url', because: "next was a URL with the last customer's ID in it" };
  }
  throw new CannotTell(`next was ${JSON.stringify(next)}, behind the customer ${id}`);
};
