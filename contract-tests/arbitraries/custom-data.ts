import fc, { type Arbitrary } from 'fast-check';
import type { Behaviours } from '../contract/behaviours.ts';
import { text } from './text.ts';

export type CustomData = { readonly [key: string]: unknown };

/** Returns the value of empty `custom_data` in responses. */
export function noCustomData(behaviours: Behaviours): CustomData | null {
  return behaviours['custom-data-empty'] === 'null' ? null : {};
}

/** Returns `custom_data` as it is stored. @evidence assumed, for `{}` on targets that return `null` */
export function storedCustomData(sent: CustomData | null, behaviours: Behaviours): CustomData | null {
  return sent === null || Object.keys(sent).length === 0 ? noCustomData(behaviours) : sent;
}

/** Custom data that the target accepts, including `{}` and `null`. */
export function customData(behaviours: Behaviours): Arbitrary<CustomData | null> {
  const filled =
    behaviours['custom-data-values'] === 'json' ? jsonData : fc.oneof({ weight: 6, arbitrary: stringData }, fiftyKeys);
  return fc.oneof({ weight: 8, arbitrary: filled }, fc.constantFrom({}, null));
}

// Excludes __proto__, a key that many JavaScript programs lose, since that does not concern Paddle.
const key = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((name) => name !== '__proto__');
const stringData = fc.dictionary(key, text(500), { maxKeys: 6, noNullPrototype: true });
const fiftyKeys = fc.constant(
  Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key_${index}`, `${index}`])),
);
const jsonData = fc
  .dictionary(key, fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' }), { maxKeys: 6, noNullPrototype: true })
  // JSON has no -0, so it is removed before values are compared.
  .map((data): CustomData => JSON.parse(JSON.stringify(data)))
  .filter((data) => !JSON.stringify(data).includes('"__proto__"'));
