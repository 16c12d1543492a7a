import { dataOf } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import { Inconclusive } from '../inconclusive.ts';

/** Times on a whole second in a row that rule out fractions. */
const attempts = 3;
/** Longer than a second, and not a multiple of one, so that the next time has another fraction. */
const pauseMs = 1137;

/** Creates customers, with pauses in between, until `created_at` has a fraction. */
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
