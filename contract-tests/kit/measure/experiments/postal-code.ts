import { describeAnswer } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import { Inconclusive } from '../inconclusive.ts';

/** Creates an address in the US without a postal code and, if it is refused, with one. */
export const postalCode: Experiment<'postal-code'> = async (context) => {
  const { id } = await createCustomer(context);
  const create = (fields: object) =>
    context.send('POST', `/customers/${id}/addresses`, { country_code: 'US', ...fields });
  const without = await create({});
  if (without.status < 300) return { value: 'optional', because: 'an address in the US needs no postal code' };
  const withCode = await create({ postal_code: '10021' });
  if (withCode.status >= 300)
    throw new Inconclusive(`the address was refused with one too: ${describeAnswer(withCode)}`);
  const because = `an address in the US without a postal code was refused with ${describeAnswer(without)}`;
  return { value: 'required-by-country', because };
};
