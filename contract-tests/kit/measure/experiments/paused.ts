import type { Answer } from '../../../targets/account.ts';
import { dataOf } from '../answers.ts';
import { invoiced, withBilled } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import type { ExperimentContext } from '../experiment-context.ts';
import { unexpected } from '../inconclusive.ts';

/** Pauses a subscription at once, and reads its period. */
export const pausedPeriod: Experiment<'paused-period'> = async (context) => {
  const answer = await pause(context);
  const period = dataOf(answer, 'current_billing_period');
  const because = `a paused subscription had ${period === null ? 'no' : 'its'} current billing period`;
  return { value: period === null ? 'none' : 'kept', because };
};

/** Pauses a subscription at once, and reads the status of its item. */
export const pausedItems: Experiment<'paused-items'> = async (context) => {
  const answer = await pause(context);
  const status = dataOf(answer, 'items', 0, 'status');
  const because = `an item of a paused subscription was ${status}`;
  if (status === 'active' || status === 'inactive') return { value: status, because };
  return unexpected(answer);
};

const pause = (context: ExperimentContext): Promise<Answer> =>
  withBilled(context, invoiced, async ({ path }) => {
    const answer = await context.send('POST', `${path}/pause`, { effective_from: 'immediately' });
    if (dataOf(answer, 'status') !== 'paused') unexpected(answer);
    return answer;
  });
