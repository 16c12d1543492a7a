import { takesField, withDestination } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';

const secret = 'chosen by paddock measure';

/** Creates a destination with a secret of one's own. */
export const webhookSecret: Experiment<'webhook-secret'> = async (context) => {
  let destinations = 0;
  const { taken, because } = await takesField(
    (fields) => {
      destinations += 1;
      // Nobody is to receive anything: reserved for documentation, and deleted before an event occurs.
      const destination = `https://example.com/${context.freshEmail()}/${destinations}`;
      return withDestination(context, { destination, ...fields }, async (answer) => answer);
    },
    'endpoint_secret_key',
    secret,
  );
  return { value: taken ? 'settable' : 'generated', because };
};
