import { isDeepStrictEqual } from 'node:util';
import { dataOf } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import { unexpected } from '../inconclusive.ts';

/** Creates a customer without custom data. */
export const customDataEmpty: Experiment<'custom-data-empty'> = async (context) => {
  const { answer } = await createCustomer(context);
  const empty = dataOf(answer, 'custom_data');
  const because = `a customer without custom data has ${JSON.stringify(empty)}`;
  if (empty === null) return { value: 'null', because };
  return isDeepStrictEqual(empty, {}) ? { value: 'object', because } : unexpected(answer);
};
