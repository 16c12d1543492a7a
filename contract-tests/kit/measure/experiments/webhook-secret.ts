import { takesField, withDestination } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';

const secret = 'chosen by paddock measure';

/** Creates a destination with a chosen secret. */
export const webhookSecret: Experiment<'webhook-secret'> = async (context) => {
  let destinations = 0;
  const { taken, because } = await takesField(
    (fields) => {
      destinations += 1;
      // A domain reserved for documentation receives nothing, and the destination is deleted before an event occurs.
      const destination = `https://example.com/${context.freshEmail()}/${destinations}`;
      return withDestination(context, { destination, ...fields }, async (answer) => answer);
    },
    'endpoint_secret_key',
    secret,
  );
  return { value: taken ? 'settable' : 'generated', because };
};
