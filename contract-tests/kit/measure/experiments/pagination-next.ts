import { valueAt } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import type { ExperimentContext } from '../experiment-context.ts';
import { Inconclusive } from '../inconclusive.ts';

/** Reads `next` of a page, as any client and as Paddle's SDK. */
export const paginationNext: Experiment<'pagination-next'> = async (context) => {
  const { id } = await createCustomer(context);
  const form = await formOfNext(context, id);
  if (form === 'url') return { value: 'url', because: "next was a URL with the last customer's ID in it" };
  if ((await formOfNext(context, id, { 'user-agent': 'PaddleSDK/node 3.10.0' })) === 'url') {
    return { value: 'by-client', because: "next was the last customer's ID, and a URL for Paddle's SDK" };
  }
  return { value: 'cursor', because: "next was the last customer's ID, for Paddle's SDK too" };
};

async function formOfNext(
  context: ExperimentContext,
  id: string,
  headers?: Record<string, string>,
): Promise<'cursor' | 'url'> {
  const { body } = await context.send('GET', '/customers?per_page=1', undefined, headers);
  const next = valueAt(body, 'meta', 'pagination', 'next');
  if (next === id) return 'cursor';
  if (typeof next === 'string' && URL.canParse(next) && next.includes(id)) return 'url';
  throw new Inconclusive(`next was ${JSON.stringify(next)}, behind the customer ${id}`);
}
