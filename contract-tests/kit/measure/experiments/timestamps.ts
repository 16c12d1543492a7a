import { dataOf } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import { Inconclusive } from '../inconclusive.ts';

/** How many times in a row a time with fractions may be at a whole second before that is no chance any more. */
const attempts = 3;
/** Longer than a second, and no whole number of them, so that another time has to look different. */
const pauseMs = 1137;

/** Creates customers, with some time in between, until one was created within a second. */
export const timestamps: Experiment<'timestamps'> = async (context) => {
  const times = new Set<unknown>();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await context.wait(pauseMs);
    const { answer } = await createCustomer(context);
    const created = dataOf(answer, 'created_at');
    if (/\.\d+Z$/.test(String(created))) return { value: 'fractions', because: `a customer was created at ${created}` };
    times.add(created);
  }
  const because = `customers were created at ${[...times].join(', ')}`;
  if (times.size < attempts) throw new Inconclusive(`${because}, so the clock of the target is frozen`);
  return { value: 'seconds', because };
};
