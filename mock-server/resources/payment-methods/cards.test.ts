import { describe, expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { type CardDetails, chargeAgain, type EnteredCard, readCard } from './cards.ts';

const now = Date.parse('2026-07-01T12:00:00Z');
const number = '4242 4242 4242 4242';

function messageOf(entered: EnteredCard): string {
  try {
    readCard(entered, now);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('an entered card', () => {
  test.each([
    ['4242 4242 4242 4242', 'succeeds', '4242'],
    ['4242424242424242', 'succeeds', '4242'],
    ['4242-4242-4242-4242', 'succeeds', '4242'],
    ['4000 0566 5566 5556', 'succeeds', '5556'],
    ['4000 0038 0000 0446', 'asks', '0446'],
    ['4000 0000 0000 0002', 'declined', '0002'],
    ['4000 0027 6000 3184', 'succeeds', '3184'],
  ])('%s %s, and keeps its last digits', (card, outcome, last4) => {
    const usual = { type: 'visa', last4, expiry_month: 12, expiry_year: 2029, cardholder_name: 'Ada Lovelace' };
    expect(readCard({ card, cardholder_name: 'Ada Lovelace' }, now)).toEqual({ outcome, details: usual });
  });

  test.each([
    ['09/30', 9, 2030],
    ['9/30', 9, 2030],
    ['12 / 2031', 12, 2031],
    ['07/26', 7, 2026],
  ])('that expires %s is valid until then', (expiry, expiry_month, expiry_year) => {
    expect(readCard({ card: number, expiry }, now).details).toMatchObject({ expiry_month, expiry_year });
  });

  test.each([
    ['06/26', /past/],
    ['12/2025', /past/],
    ['13/30', /month and a year/],
    ['0930', /month and a year/],
    ['', /month and a year/],
  ])('that expires %j is refused', (expiry, reason) => {
    expect(messageOf({ card: number, expiry })).toMatch(reason);
  });

  test.each(['', '12', '1000', 'abc'])('with the code %j is refused', (cvc) => {
    expect(messageOf({ card: number, cvc })).toMatch(/three digits/);
  });

  test.each(['5555 5555 5555 4444', '4242 4242 4242 4241', '378282246310005', '4242', ''])(
    'with the number %j is refused, as it is no test card, and not repeated',
    (card) => {
      const message = messageOf({ card });
      expect(message).toMatch(/not a test card/);
      expect(message).toContain(number);
      const shown = message.split(' Use one of ')[0];
      if (card !== '') expect(shown).not.toContain(card);
    },
  );

  test('is not repeated in any refusal', () => {
    for (const wrong of [{ cvc: '12' }, { expiry: '13/30' }, { expiry: '01/20' }])
      expect(messageOf({ card: number, ...wrong })).not.toMatch(/4242|\b12\b|13\/30|01\/20/);
  });
});

describe('a saved card', () => {
  const saved = (last4: string, expiry_year = 2029): { card: CardDetails } => ({
    card: { type: 'visa', last4, expiry_month: 6, expiry_year, cardholder_name: 'Ada Lovelace' },
  });

  test.each([
    ['4242', 'succeeds'],
    ['5556', 'succeeds'],
    ['0446', 'succeeds'],
    ['0002', 'declined'],
    ['3184', 'authentication_failed'],
    ['1234', 'succeeds'],
  ])('that ends in %s: a charge %s', (last4, outcome) => {
    expect(chargeAgain(saved(last4), now)).toBe(outcome);
  });

  test('fails from the month after its expiry on', () => {
    const end = Date.parse('2026-07-01T00:00:00Z');
    expect(chargeAgain(saved('4242', 2026), end - 1)).toBe('succeeds');
    expect(chargeAgain(saved('4242', 2026), end)).toBe('expired_card');
  });

  test('is not needed: other payment methods pay', () => {
    expect(chargeAgain({ card: null }, now)).toBe('succeeds');
  });
});
