import fc, { type Arbitrary } from 'fast-check';

/** Text of at most so many characters, most of it short, in any script, and now and then exactly as long as allowed. */
export function text(maximum: number, minimum = 0): Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.string({ unit: 'grapheme', minLength: minimum, maxLength: 20 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('x'.repeat(minimum), 'x'.repeat(maximum), 'é'.repeat(maximum), '💶'.repeat(maximum)),
    },
  );
}

/** Text as above, or `null`. */
export function nullableText(maximum: number): Arbitrary<string | null> {
  return fc.option(text(maximum), { freq: 6 });
}
