import { dataOf, listOf, valueAt } from '../answers.ts';
import { createCustomer, idOf, withDestination } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import type { ExperimentContext } from '../experiment-context.ts';
import { Inconclusive } from '../inconclusive.ts';

/** Attempts of the sandbox in its 15 minutes, the first included. */
const sandboxAttempts = 4;

/** Lets deliveries fail for 16 minutes: the sandbox has given up by then, other schedules have not. */
export const webhookRetries: Experiment<'webhook-retries'> = async (context) => {
  const { account, can } = context;
  const clock = can.clock ?? cannotWait('its clock cannot be moved, and retries take from minutes to days');
  const receiver = can.receiver ?? cannotWait('there is no receiver for its webhooks');
  const destination = receiver.newDestination();
  destination.answer(500);
  return withDestination(context, { destination: destination.url }, async (answer) => {
    const id = idOf(answer);
    await createCustomer(context);
    await clock.advance(account, { minutes: 16 });
    const { status, gaps } = await attemptsFor(context, id);
    const because = `attempts came ${gaps.join(', ')} s after one another, and then the notification was ${status}`;
    if (status === 'failed' && gaps.length === sandboxAttempts - 1) return { value: 'sandbox', because };
    const [last = 0, before = 0] = gaps.toReversed();
    if (status !== 'needs_retry' || last <= before) throw new Inconclusive(`${because}, which is no known schedule`);
    return { value: last / before > 1.5 ? 'exponential' : 'live', because };
  });
};

/** Returns the status of a destination's only notification, and the seconds between its attempts. */
async function attemptsFor(
  { send }: ExperimentContext,
  settingId: string,
): Promise<{ status: unknown; gaps: number[] }> {
  const notifications = await send('GET', `/notifications?notification_setting_id=${settingId}`);
  const logs = await send('GET', `/notifications/${dataOf(notifications, 0, 'id')}/logs`);
  const times = listOf(logs).map((log) => Date.parse(String(valueAt(log, 'attempted_at'))) / 1000);
  const inOrder = times.toSorted((one, other) => one - other);
  return {
    status: dataOf(notifications, 0, 'status'),
    gaps: inOrder.slice(1).map((time, index) => Math.round(time - (inOrder[index] ?? time))),
  };
}

function cannotWait(reason: string): never {
  throw new Inconclusive(reason);
}
