import { listOf, valueAt } from '../answers.ts';
import type { Experiment } from '../experiment.ts';
import { unexpected } from '../inconclusive.ts';

/** How many event types the guide lists. */
const listedByGuide = 14;

/** Counts the event types. */
export const webhookEvents: Experiment<'webhook-events'> = async (context) => {
  const answer = await context.send('GET', '/event-types');
  const names = new Set(listOf(answer).map((eventType) => valueAt(eventType, 'name')));
  if (names.size < listedByGuide) return unexpected(answer);
  return { value: names.size === listedByGuide ? 'listed' : 'all', because: `there are ${names.size} event types` };
};
