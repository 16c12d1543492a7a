import { dataOf } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import { unexpected } from '../inconclusive.ts';

/** Creates a customer without a locale. */
export const customerLocaleDefault: Experiment<'customer-locale-default'> = async (context) => {
  const { answer } = await createCustomer(context);
  const locale = dataOf(answer, 'locale');
  const because = `a customer without a locale has ${JSON.stringify(locale)}`;
  if (locale === null) return { value: 'null', because };
  return locale === 'en' ? { value: 'en', because } : unexpected(answer);
};
