import { dataOf, describeAnswer } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import { isNoValue } from '../cannot-tell.ts';
import type { Experiment } from '../experiment.ts';

/** Creates two customers with one email address. */
export const duplicateEmails: Experiment<'duplicate-emails'> = async (probe) => {
  const email = probe.freshEmail();
  const first = await createCustomer(probe, { email });
  const second = await probe.send('POST', '/customers', { email });
  if (second.status === 409) {
    return { value: 'reject', because: `the second customer was refused with ${describeAnswer(second)}` };
  }
  if (second.status >= 300 || dataOf(second, 'id') === first.id) return isNoValue(second);
  return { value: 'allow', because: 'the second customer was created, with an ID of its own' };
};
