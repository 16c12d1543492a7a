import { dataOf } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';

/** How many times in a row a time with fractions may be at a whole second before that is no chance any more. */
const attempts = 3;

/** Creates customers until one was created within a second. */
export const timestamps: Experiment<'timestamps'> = async (probe) => {
  const times: unknown[] = [];
  while (times.length < attempts) {
    // A clock that stands would show the same time again and again.
    await probe.can.clock?.advance(probe.account, { milliseconds: 137 });
    const { answer } = await createCustomer(probe);
    const created = dataOf(answer, 'created_at');
    if (/\.\d+Z$/.test(String(created))) return { value: 'fractions', because: `a customer was created at ${created}` };
    times.push(created);
  }
  return { value: 'seconds', because: `customers were created at ${times.join(', ')}` };
};
