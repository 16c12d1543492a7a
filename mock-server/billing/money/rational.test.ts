import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { Rational, type Rounding } from './rational.ts';

const integers = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const rationals = fc.tuple(integers, fc.bigInt({ min: 1n, max: 10n ** 12n })).map(([n, d]) => Rational.of(n, d));
const roundings = fc.constantFrom<Rounding[]>('half-down', 'half-up', 'half-even', 'down');
const [zero, one, half] = [Rational.of(0n), Rational.of(1n), Rational.of(1n, 2n)];

describe('exact numbers', () => {
  property.prop([rationals, rationals, rationals])('are added and multiplied in any order', (a, b, c) => {
    expect(a.plus(b)).toEqual(b.plus(a));
    expect(a.times(b)).toEqual(b.times(a));
    expect(a.plus(b).plus(c)).toEqual(a.plus(b.plus(c)));
    expect(a.times(b.plus(c))).toEqual(a.times(b).plus(a.times(c)));
  });

  property.prop([rationals, rationals])('are restored by subtraction and division', (a, b) => {
    expect(a.plus(b).minus(b)).toEqual(a);
    expect(a.minus(a)).toEqual(zero);
    if (b.numerator !== 0n) expect(a.times(b).over(b)).toEqual(a);
  });

  property.prop([rationals, rationals])('are ordered as their difference is', (a, b) => {
    expect(Math.sign(a.compare(b))).toBe(Math.sign(a.minus(b).compare(zero)));
    expect(a.compare(b)).toBe(-b.compare(a) + 0);
  });

  property.prop([integers, fc.integer({ min: 0, max: 12 })])('are parsed from what they print', (digits, places) => {
    const number = Rational.of(digits, 10n ** BigInt(places));
    expect(Rational.parse(number.toString())).toEqual(number);
  });

  property.prop([fc.double({ noNaN: true, noDefaultInfinity: true })])('are read from any number of JSON', (number) => {
    expect(Number(Rational.parse(String(number)).toString()) + 0).toBe(number + 0);
  });

  test.each([
    ['0.08875', '0.08875'],
    ['1.2282731999999998', '1.2282731999999998'],
    ['-3.10', '-3.1'],
    ['1e-7', '0.0000001'],
    ['2E3', '2000'],
    ['0', '0'],
  ])('%s is printed as %s', (text, printed) => {
    expect(Rational.parse(text).toString()).toBe(printed);
  });

  test.each(['', '1.', '.5', '1,5', '0x10', 'NaN', '1e9999'])('%j is not a decimal number', (text) => {
    expect(() => Rational.parse(text)).toThrow(RangeError);
  });

  test('without an exact decimal are not printed, and division by zero is refused', () => {
    expect(() => Rational.of(1n, 3n).toString()).toThrow(RangeError);
    expect(() => one.over(zero)).toThrow(RangeError);
  });
});

describe('rounding', () => {
  property.prop([rationals, roundings])('leads to an adjacent integer, and keeps integers', (number, rounding) => {
    const rounded = Rational.of(number.round(rounding));
    const distance = rounded.minus(number);
    expect(distance.compare(one)).toBeLessThan(0);
    expect(distance.compare(one.negated())).toBeGreaterThan(0);
    expect(rounded.round(rounding)).toBe(rounded.numerator);
  });

  property.prop([rationals, roundings])('mirrors negative numbers', (number, rounding) => {
    expect(number.negated().round(rounding)).toBe(-number.round(rounding));
  });

  property.prop([rationals])('leads to the nearest integer, except for ties', (number) => {
    for (const rounding of ['half-down', 'half-up', 'half-even'] as const) {
      const distance = Rational.of(number.round(rounding)).minus(number);
      expect(distance.times(distance).compare(half.times(half))).toBeLessThanOrEqual(0);
    }
  });

  property.prop([fc.bigInt({ min: 0n, max: 10n ** 15n })])('decides ties by its name', (whole) => {
    const tie = Rational.of(whole).plus(half);
    expect([tie.round('half-down'), tie.round('half-up'), tie.round('down')]).toEqual([whole, whole + 1n, whole]);
    expect(tie.round('half-even') % 2n).toBe(0n);
  });

  property.prop([rationals, fc.integer({ min: 0, max: 8 }), roundings])(
    'to digits is rounding of a multiple',
    (number, digits, rounding) => {
      const scale = 10n ** BigInt(digits);
      expect(number.roundTo(digits, rounding)).toEqual(
        Rational.of(number.times(Rational.of(scale)).round(rounding), scale),
      );
    },
  );
});
