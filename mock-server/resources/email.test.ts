import { expect, test } from 'vitest';
import { isUsableEmail, refuseUnusableEmail } from './email.ts';

const letters = (count: number) => 'a'.repeat(count);

test.each(['sam@example.com', 'S.A-M+tag@mail.example.co', `${letters(64)}@example.com`, "!#$%&'*+/=?^_`{|}~-@a.b"])(
  '%s is usable',
  (email) => {
    expect(isUsableEmail(email)).toBe(true);
    expect(() => refuseUnusableEmail(email)).not.toThrow();
  },
);

test.each([
  '',
  'sam',
  '@example.com',
  'sam@',
  'sam@example',
  'sam@.com',
  'sam@-example.com',
  'sam@example-.com',
  '.sam@example.com',
  'sam.@example.com',
  's..am@example.com',
  'sam kim@example.com',
  'sám@example.com',
  'sam@kim@example.com',
  `${letters(65)}@example.com`,
])('%s is not', (email) => {
  expect(isUsableEmail(email)).toBe(false);
  expect(() => refuseUnusableEmail(email)).toThrow('Cannot create or update customer with an invalid email address.');
});
