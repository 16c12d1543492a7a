import { valueAt } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import { CannotTell } from '../cannot-tell.ts';
import type { Experiment } from '../experiment.ts';
import type { Probe } from '../probe.ts';

/** Looks at a page that has a customer on it, as any client, and as Paddle's SDKs where that makes a difference. */
export const paginationNext: Experiment<'pagination-next'> = async (probe) => {
  const { id } = await createCustomer(probe);
  const form = await formOfNext(probe, id);
  if (form === 'url') return { value: 'url', because: "next was a URL with the last customer's ID in it" };
  if ((await formOfNext(probe, id, { 'user-agent': 'PaddleSDK/node 3.10.0' })) === 'url') {
    return { value: 'by-client', because: "next was the last customer's ID, and a URL for Paddle's SDK" };
  }
  return { value: 'cursor', because: "next was the last customer's ID, for Paddle's SDK too" };
};

async function formOfNext(probe: Probe, id: string, headers?: Record<string, string>): Promise<'cursor' | 'url'> {
  const { body } = await probe.send('GET', '/customers?per_page=1', undefined, headers);
  const next = valueAt(body, 'meta', 'pagination', 'next');
  if (next === id) return 'cursor';
  if (typeof next === 'string' && URL.canParse(next) && next.includes(id)) return 'url';
  throw new CannotTell(`next was ${JSON.stringify(next)}, behind the customer ${id}`);
}
