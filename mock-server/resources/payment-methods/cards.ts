import { UsageError } from '#openapi/text/usage-error.ts';
import type { Transaction } from '../transactions/kind.ts';
import type { PaymentMethod } from './kind.ts';

/** A card as the API shows it, without its number and its code. */
export type CardDetails = NonNullable<PaymentMethod['card']>;

/** A card as a buyer enters it. Neither the number nor the code may be stored, logged or shown. */
export type EnteredCard = {
  /** The number, in groups or not. */
  card: string;
  /** Month and year, as `MM/YY` or `MM/YYYY`. Default: December in three years. */
  expiry?: string | undefined;
  /** Three digits. Default: those of Paddle's test cards. */
  cvc?: string | undefined;
  cardholder_name?: string | undefined;
};

/** Reason why a charge fails. */
export type ChargeError = NonNullable<Transaction['payments'][number]['error_code']>;

/**
 * Outcome of a card when the buyer enters it, and when it is charged again without them.
 *
 * `asks` waits for the buyer to pass a 3-D Secure challenge.
 */
type Card = { last4: string; entered: 'succeeds' | 'asks' | ChargeError; chargedAgain: 'succeeds' | ChargeError };

/**
 * Paddle's test cards by number. All are of Visa.
 *
 * @see https://developer.paddle.com/concepts/payment-methods/credit-debit-card
 * @evidence official: the numbers, and that the last one fails after its first payment; observed: the error codes.
 *   assumed: a saved card fails from then on, and one that passed a challenge is not challenged again
 */
const cards: Readonly<Record<string, Card>> = {
  '4242424242424242': { last4: '4242', entered: 'succeeds', chargedAgain: 'succeeds' },
  '4000056655665556': { last4: '5556', entered: 'succeeds', chargedAgain: 'succeeds' },
  '4000003800000446': { last4: '0446', entered: 'asks', chargedAgain: 'succeeds' },
  '4000000000000002': { last4: '0002', entered: 'declined', chargedAgain: 'declined' },
  '4000002760003184': { last4: '3184', entered: 'succeeds', chargedAgain: 'authentication_failed' },
};

const byLast4 = new Map(Object.values(cards).map((card) => [card.last4, card]));
const shownNumbers = Object.keys(cards).map((number) => number.replaceAll(/(.{4})(?=.)/g, '$1 '));

/** An entered card: what a payment with it does, and what of it is kept. */
export type AcceptedCard = { outcome: Card['entered']; details: CardDetails };

/**
 * Reads a card as the form of a checkout does, at a time in milliseconds.
 *
 * @evidence official: in the sandbox only test cards pay, with any name and any expiry in the future. assumed: that
 *   the form refuses what it cannot send, and that it takes any three digits as a code
 * @throws UsageError for any other number, for a malformed or past expiry, and for a malformed code; no message
 *   contains what was entered
 */
export function readCard(
  { card, expiry, cvc, cardholder_name = 'Cardholder' }: EnteredCard,
  now: number,
): AcceptedCard {
  const known = cards[card.replaceAll(/[ -]/g, '')];
  if (!known) {
    throw new UsageError(
      `Could not use the card: it is not a test card of Paddle's, and only those pay in the sandbox. Use one of ${shownNumbers.join(', ')}.`,
    );
  }
  if (cvc !== undefined && !/^\d{3}$/.test(cvc)) {
    throw new UsageError('Could not use the card: cvc must have three digits. Use 100, or leave it out.');
  }
  const { year, month } = expiry === undefined ? usualExpiry(now) : readExpiry(expiry);
  const details: CardDetails = {
    type: 'visa',
    last4: known.last4,
    expiry_month: month,
    expiry_year: year,
    cardholder_name,
  };
  if (isExpired(details, now)) {
    throw new UsageError('Could not use the card: its expiry is in the past. Give one in the future, or leave it out.');
  }
  return { outcome: known.entered, details };
}

/**
 * Returns what a charge of a saved payment method does.
 *
 * @evidence official: an expired card fails with a code of its own. assumed: payment methods that are no test card pay
 */
export function chargeAgain({ card }: Pick<PaymentMethod, 'card'>, now: number): 'succeeds' | ChargeError {
  if (card === null) return 'succeeds';
  if (isExpired(card, now)) return 'expired_card';
  return byLast4.get(card.last4)?.chargedAgain ?? 'succeeds';
}

/** A card is valid until the end of its month. */
function isExpired({ expiry_year, expiry_month }: CardDetails, now: number): boolean {
  return Date.UTC(expiry_year, expiry_month) <= now;
}

function usualExpiry(now: number) {
  return { year: new Date(now).getUTCFullYear() + 3, month: 12 };
}

function readExpiry(expiry: string) {
  const [, month, year] = /^\s*(0?[1-9]|1[0-2])\s*\/\s*(\d{4}|\d{2})\s*$/.exec(expiry) ?? [];
  if (month === undefined || year === undefined) {
    throw new UsageError('Could not use the card: expiry must be a month and a year, as in 09/30.');
  }
  return { month: Number(month), year: year.length === 2 ? 2000 + Number(year) : Number(year) };
}
