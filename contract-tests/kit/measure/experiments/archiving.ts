import { dataOf, describeAnswer } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import { isNoValue } from '../cannot-tell.ts';
import type { Experiment } from '../experiment.ts';

/** Archives a customer by the endpoint, and where there is none, by a PATCH. */
export const archiving: Experiment<'archiving'> = async (probe) => {
  const { id } = await createCustomer(probe);
  const posted = await probe.send('POST', `/customers/${id}/archive`);
  if (posted.status === 200 && dataOf(posted, 'status') === 'archived') {
    return { value: 'endpoint', because: 'POST to archive archived the customer' };
  }
  const patched = await probe.send('PATCH', `/customers/${id}`, { status: 'archived' });
  if (patched.status !== 200 || dataOf(patched, 'status') !== 'archived') return isNoValue(patched);
  return { value: 'patch', because: `POST to archive answered ${describeAnswer(posted)}, and PATCH archived` };
};
