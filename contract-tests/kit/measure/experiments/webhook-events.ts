import { listOf, valueAt } from '../answers.ts';
import type { Experiment } from '../experiment.ts';
import { unexpected } from '../inconclusive.ts';

/** Number of event types in the guide. */
const listedByGuide = 14;

/** Counts the event types of the target. */
export const webhookEvents: Experiment<'webhook-events'> = async (context) => {
  const answer = await context.send('GET', '/event-types');
  const names = new Set(listOf(answer).map((eventType) => valueAt(eventType, 'name')));
  if (names.size < listedByGuide) return unexpected(answer);
  return { value: names.size === listedByGuide ? 'listed' : 'all', because: `there are ${names.size} event types` };
};
