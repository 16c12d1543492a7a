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

/** Makes a declined attempt. */
export function declined(means: PaymentMeans, amount: bigint, now: string): PaymentAttempt {
  return { ...attempt(means, amount, now), status: 'error', error_code: 'declined', captured_at: null };
}

function attempt(means: PaymentMeans, amount: bigint, now: string) {
  const { payment_attempt_id, stored_payment_method_id, payment_method_id, method_details } = means;
  const ids = { payment_attempt_id, stored_payment_method_id, payment_method_id };
  return { ...ids, amount: String(amount), method_details, created_at: now };
}
