import { dataOf } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import { isNoValue } from '../cannot-tell.ts';
import type { Experiment } from '../experiment.ts';

/** Creates a customer without a locale. */
export const customerLocaleDefault: Experiment<'customer-locale-default'> = async (probe) => {
  const { answer } = await createCustomer(probe);
  const locale = dataOf(answer, 'locale');
  const because = `a customer without a locale has ${JSON.stringify(locale)}`;
  if (locale === null) return { value: 'null', because };
  return locale === 'en' ? { value: 'en', because } : isNoValue(answer);
};
