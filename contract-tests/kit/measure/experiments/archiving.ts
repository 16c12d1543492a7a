import { dataOf, describeAnswer } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import { unexpected } from '../inconclusive.ts';

/** Archives a customer with the archive endpoint or, if there is none, with PATCH. */
export const archiving: Experiment<'archiving'> = async (context) => {
  const { id } = await createCustomer(context);
  const posted = await context.send('POST', `/customers/${id}/archive`);
  if (posted.status === 200 && dataOf(posted, 'status') === 'archived') {
    return { value: 'endpoint', because: 'POST to archive archived the customer' };
  }
  const patched = await context.send('PATCH', `/customers/${id}`, { status: 'archived' });
  if (patched.status !== 200 || dataOf(patched, 'status') !== 'archived') return unexpected(patched);
  return { value: 'patch', because: `POST to archive answered ${describeAnswer(posted)}, and PATCH archived` };
};
