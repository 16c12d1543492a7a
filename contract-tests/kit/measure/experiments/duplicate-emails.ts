import { dataOf, describeAnswer } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import { unexpected } from '../inconclusive.ts';

/** Creates two customers with one email address. */
export const duplicateEmails: Experiment<'duplicate-emails'> = async (context) => {
  const email = context.freshEmail();
  const first = await createCustomer(context, { email });
  const second = await context.send('POST', '/customers', { email });
  if (second.status === 409) {
    return { value: 'reject', because: `the second customer was refused with ${describeAnswer(second)}` };
  }
  if (second.status >= 300 || dataOf(second, 'id') === first.id) return unexpected(second);
  return { value: 'allow', because: 'the second customer was created, with an ID of its own' };
};
