import type { ChargeError } from '../payment-methods/cards.ts';
import type { Transaction } from './kind.ts';

type PaymentAttempt = Transaction['payments'][number];

/** Payment method of an attempt, and the attempt's ID. */
export type PaymentMeans = Pick<
  PaymentAttempt,
  'payment_attempt_id' | 'stored_payment_method_id' | 'payment_method_id' | 'method_details'
>;

/** Makes a successful attempt. */
export function captured(means: PaymentMeans, amount: bigint, now: string): PaymentAttempt {
  return { ...attempt(means, amount, now), status: 'captured', error_code: null, captured_at: now };
}

/** Makes a failed attempt. */
export function declined(means: PaymentMeans, amount: bigint, now: string, error_code: ChargeError): PaymentAttempt {
  return { ...attempt(means, amount, now), status: 'error', error_code, captured_at: null };
}

/** Makes an attempt that waits for the buyer to pass a challenge. */
export function challenged(means: PaymentMeans, amount: bigint, now: string): PaymentAttempt {
  return { ...attempt(means, amount, now), status: 'action_required', error_code: null, captured_at: null };
}

/** Returns the newest attempt if it waits for the buyer. */
export function openAttempt({ payments: [newest] }: Pick<Transaction, 'payments'>): PaymentAttempt | undefined {
  return newest?.status === 'action_required' ? newest : undefined;
}

/**
 * Adds an attempt, or the result of an open one.
 *
 * @evidence official: attempts can be dropped. assumed: another attempt drops one that still waits for the buyer
 */
export function withAttempt(payments: readonly PaymentAttempt[], next: PaymentAttempt): PaymentAttempt[] {
  const same = payments.find(({ payment_attempt_id: id }) => id === next.payment_attempt_id);
  const others = payments.filter((each) => each !== same);
  const created_at = same?.created_at ?? next.created_at;
  return [{ ...next, created_at }, ...others.map(dropped)];
}

/**
 * Adds a successful attempt. One of nothing is not listed, except as the result of an attempt that waited for the buyer.
 *
 * @evidence assumed
 */
export function withCapture(payments: readonly PaymentAttempt[], next: PaymentAttempt | undefined): PaymentAttempt[] {
  const isListed = payments.some(({ payment_attempt_id: id }) => id === next?.payment_attempt_id);
  return next && (isListed || next.amount !== '0') ? withAttempt(payments, next) : payments.map(dropped);
}

function dropped(attempt: PaymentAttempt): PaymentAttempt {
  return attempt.status === 'action_required' ? { ...attempt, status: 'dropped' } : attempt;
}

function attempt(means: PaymentMeans, amount: bigint, now: string) {
  const { payment_attempt_id, stored_payment_method_id, payment_method_id, method_details } = means;
  const ids = { payment_attempt_id, stored_payment_method_id, payment_method_id };
  return { ...ids, amount: String(amount), method_details, created_at: now };
}
