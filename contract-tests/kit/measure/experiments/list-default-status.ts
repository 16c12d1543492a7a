import { listOf, valueAt } from '../answers.ts';
import { archiveCustomer, createCustomer } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import { Inconclusive } from '../inconclusive.ts';

/** Lists an archived customer with and without a status filter. */
export const listDefaultStatus: Experiment<'list-default-status'> = async (context) => {
  const { id } = await createCustomer(context);
  await archiveCustomer(context, id);
  const isListed = async (query: string) =>
    listOf(await context.send('GET', `/customers?id=${id}${query}`)).some((customer) => valueAt(customer, 'id') === id);
  if (await isListed('')) return { value: 'all', because: 'a list without a status shows an archived customer' };
  if (await isListed('&status=archived')) {
    return { value: 'active', because: 'a list shows an archived customer only where the status is asked for' };
  }
  throw new Inconclusive('no list shows an archived customer');
};
