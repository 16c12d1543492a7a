import type { Behaviours } from '../spec/behaviours.ts';
import type { Customer } from './customers/kind.ts';

/** Custom data as stored: empty data is `null` or `{}`, depending on the behaviour. */
export type CustomData = Customer['custom_data'];

/** A request body with custom data as in either document. */
export type WithCustomData<Body> = Omit<Body, 'custom_data'> & { custom_data?: CustomData };

/**
 * Returns custom data as stored. It is replaced as a whole, never merged; `null` and `{}` clear it.
 *
 * @evidence guide: `{}` clears. official: `null` clears. assumed: `{}` under `custom-data-empty=null`.
 */
export function storeCustomData(value: CustomData | undefined, { 'custom-data-empty': empty }: Behaviours): CustomData {
  if (value && Object.keys(value).length > 0) return value;
  return empty === 'object' ? {} : null;
}
