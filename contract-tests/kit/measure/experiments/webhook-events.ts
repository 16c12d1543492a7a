import { listOf, valueAt } from '../answers.ts';
import { isNoValue } from '../cannot-tell.ts';
import type { Experiment } from '../experiment.ts';

/** How many event types the guide lists. */
const listedByGuide = 14;

/** Counts the event types. */
export const webhookEvents: Experiment<'webhook-events'> = async (probe) => {
  const answer = await probe.send('GET', '/event-types');
  const names = new Set(listOf(answer).map((eventType) => valueAt(eventType, 'name')));
  if (names.size < listedByGuide) return isNoValue(answer);
  return { value: names.size === listedByGuide ? 'listed' : 'all', because: `there are ${names.size} event types` };
};
