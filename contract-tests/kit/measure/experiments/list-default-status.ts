import { listOf, valueAt } from '../answers.ts';
import { archiveCustomer, createCustomer } from '../arrange.ts';
import { CannotTell } from '../cannot-tell.ts';
import type { Experiment } from '../experiment.ts';

/** Lists an archived customer without naming a status, and with. */
export const listDefaultStatus: Experiment<'list-default-status'> = async (probe) => {
  const { id } = await createCustomer(probe);
  await archiveCustomer(probe, id);
  const isListed = async (query: string) =>
    listOf(await probe.send('GET', `/customers?id=${id}${query}`)).some((customer) => valueAt(customer, 'id') === id);
  if (await isListed('')) return { value: 'all', because: 'a list without a status shows an archived customer' };
  if (await isListed('&status=archived')) {
    return { value: 'active', because: 'a list shows an archived customer only where the status is asked for' };
  }
  throw new CannotTell('no list shows an archived customer');
};
