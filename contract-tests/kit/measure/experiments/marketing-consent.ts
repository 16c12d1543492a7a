import { takesField } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';

/** Creates a customer with marketing consent. */
export const marketingConsent: Experiment<'marketing-consent'> = async (context) => {
  const create = async (fields: object) =>
    context.send('POST', '/customers', { email: context.freshEmail(), ...fields });
  const { taken, because } = await takesField(create, 'marketing_consent', true);
  return { value: taken ? 'writable' : 'read-only', because };
};
