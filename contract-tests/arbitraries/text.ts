import fc, { type Arbitrary } from 'fast-check';

/** Text in any script, usually short, sometimes of exactly the minimum or maximum length. */
export function text(maximum: number, minimum = 0): Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.string({ unit: 'grapheme', minLength: minimum, maxLength: 20 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('x'.repeat(minimum), 'x'.repeat(maximum), 'é'.repeat(maximum), '💶'.repeat(maximum)),
    },
  );
}

/** {@link text} or `null`. */
export function nullableText(maximum: number): Arbitrary<string | null> {
  return fc.option(text(maximum), { freq: 6 });
}
