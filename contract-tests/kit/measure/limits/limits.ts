import type { Contract } from '../../../contract/document.ts';
import { listsOf } from '../lists.ts';
import { customDataKeys, emailLength, nameLength } from './customer-fields.ts';
import type { Limit } from './limit.ts';
import { pageSizesOf } from './page-size.ts';
import { requestRate } from './request-rate.ts';

/** Returns all limits, in order of execution: those that may block the account come last. */
export function limitsOf(contract: Contract): Readonly<Record<string, Limit>> {
  return {
    'customer.name.length': nameLength,
    'customer.email.length': emailLength,
    'customer.custom_data.keys': customDataKeys,
    ...Object.fromEntries(listsOf(contract).flatMap(pageSizesOf)),
    'requests-in-a-window': requestRate,
  };
}
