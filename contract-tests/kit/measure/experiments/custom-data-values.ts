import { takesField } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';

/** Creates a customer with nested custom data. */
export const customDataValues: Experiment<'custom-data-values'> = async (context) => {
  const create = async (fields: object) =>
    context.send('POST', '/customers', { email: context.freshEmail(), ...fields });
  const { taken, because } = await takesField(create, 'custom_data', { plan: { seats: 3 } });
  return { value: taken ? 'json' : 'strings', because: `custom data within custom data: ${because}` };
};
