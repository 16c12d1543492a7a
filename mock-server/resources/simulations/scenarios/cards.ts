import type { Account } from '../../../account/account.ts';
import { chargeAgain } from '../../payment-methods/cards.ts';
import { meansOf } from '../../subscriptions/collect.ts';
import type { Subscription } from '../../subscriptions/kind.ts';
import { withTerms } from '../../subscriptions/terms.ts';

/** A test card that always pays. */
export const goodCard = '4242 4242 4242 4242';

const brand = { type: 'visa', cardholder_name: 'Sam Miller' } as const;
const paying = { ...brand, last4: '4242', expiry_month: 12 };
const failing = { ...brand, last4: '3184', expiry_month: 12 };

/** Lets the payments of a subscription succeed or fail, by another card if its own would not. */
export function letPay(subscription: Subscription, succeeds: boolean, copy: Account): void {
  const means = meansOf(subscription, copy);
  const now = copy.clock.now();
  if ((chargeAgain(means.method_details, now) === 'succeeds') === succeeds) return;
  const card = { ...(succeeds ? paying : failing), expiry_year: new Date(now).getUTCFullYear() + 3 };
  const method_details = { ...means.method_details, type: 'card' as const, card };
  copy.apply(
    withTerms(subscription, { means: { ...means, method_details, payment_attempt_id: copy.ids.uuid() } }, copy),
  );
}
