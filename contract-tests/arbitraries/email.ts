import fc, { type Arbitrary } from 'fast-check';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const localCharacter = fc.constantFrom(...letters, ...letters.toUpperCase(), ...'0123456789', '_', '-', '+');
const label = fc.string({ unit: fc.constantFrom(...letters, ...'0123456789'), minLength: 1, maxLength: 20 });
const part = fc.string({ unit: localCharacter, minLength: 1, maxLength: 20 });

/** The longest address: 64 characters, `@` and a domain of 253. */
const longest = `${'a'.repeat(64)}@${`${'b'.repeat(61)}.`.repeat(4)}co.uk`;

/** Valid email addresses of all kinds: with dots, plus signs, capitals, subdomains, and of the greatest length. */
export const email: Arbitrary<string> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.array(part, { minLength: 1, maxLength: 3 }), fc.array(label, { minLength: 1, maxLength: 3 }))
      .map(([local, domain]) => `${local.join('.')}@${domain.join('.')}.example.com`),
  },
  fc.constant(longest),
);

/** Invalid email addresses. */
export const invalidEmail: Arbitrary<string> = fc.constantFrom(
  '',
  'plain',
  '@example.com',
  'sam@',
  'sam@@example.com',
  'sam miller@example.com',
  'sam..miller@example.com',
  '.sam@example.com',
  'jösé@example.com',
  `${'a'.repeat(65)}@example.com`,
);
