import { dataOf } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import { Inconclusive } from '../inconclusive.ts';
import { largestAccepted } from './largest-accepted.ts';
import type { Limit } from './limit.ts';

/** Maximum length of a customer's name, in characters. */
export const nameLength = fieldLimit(4096, (length) => ({ name: 'a'.repeat(length) }));

/** Maximum number of keys in custom data. The values are strings, which every target accepts. */
export const customDataKeys = fieldLimit(1000, (count) => ({
  custom_data: Object.fromEntries(Array.from({ length: count }, (_, nth) => [`key_${nth}`, 'a'])),
}));

/** Maximum length of an email address, in characters. */
export const emailLength = fieldLimit(400, (length, email) => ({ email: lengthen(email, length) }));

/** Finds a limit by changing a single customer, which leaves less behind than creating many. */
function fieldLimit(most: number, fieldsOf: (size: number, email: string) => object): Limit {
  return async (context) => {
    const { id, answer } = await createCustomer(context);
    const email = String(dataOf(answer, 'email'));
    const largest = await largestAccepted(most, async (size) => {
      const { status } = await context.send('PATCH', `/customers/${id}`, fieldsOf(size, email));
      return status === 200;
    });
    if (largest.value === 0) throw new Inconclusive('not even the smallest was accepted');
    return {
      value: largest,
      because: `${largest.value} was accepted${largest.bound === 'exact' ? ', one more was not' : ''}`,
    };
  };
}

const [longestLocalPart, longestLabel] = [64, 63];

/** Pads an address to a length: first its local part, then with subdomains. */
function lengthen(email: string, length: number): string {
  const [name = '', domain = ''] = email.split('@');
  const missing = Math.max(0, length - email.length);
  const inName = Math.min(missing, longestLocalPart - name.length);
  return `${name}${'a'.repeat(inName)}@${labels(missing - inName)}${domain}`;
}

/** Returns domain labels of this total length, dots included. It never leaves one character: a bare dot is no label. */
function labels(length: number): string {
  if (length === 0) return '';
  const own = Math.min(length, longestLabel + 1);
  const rest = length - own;
  const taken = rest === 1 ? own - 1 : own;
  return `${'a'.repeat(taken - 1)}.${labels(length - taken)}`;
}
