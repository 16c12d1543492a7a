import type { AvailablePaymentMethod } from '@paddle/paddle-js';
import type { FrameSettings } from '../shared/checkout/messages.ts';
import type { SavedMethod } from './view.ts';

/** Payment methods that a buyer can choose. */
export type Offered = { card: boolean; saved: readonly SavedMethod[] };

/**
 * Returns the payment methods that the shop allows, as far as they are emulated.
 *
 * @evidence official: the express variant falls back to other methods where there is no wallet, unless
 *   `showNonExpressPaymentMethods` is false. assumed: an empty list allows all
 */
export function offeredMethods(settings: FrameSettings, saved: readonly SavedMethod[]): Offered {
  const { variant, showNonExpressPaymentMethods = true, allowedPaymentMethods = [] } = settings;
  if (variant === 'express' && !showNonExpressPaymentMethods) return { card: false, saved: [] };
  const allows = (name: AvailablePaymentMethod) =>
    allowedPaymentMethods.length === 0 || allowedPaymentMethods.includes(name);
  return { card: allows('card'), saved: allows('saved_payment_methods') ? saved : [] };
}

/** Names the payment methods that the shop allows, none of which is emulated. */
export function namesOfAllowed({ variant, allowedPaymentMethods = [] }: FrameSettings): string {
  const names = variant === 'express' ? ['apple_pay', 'google_pay'] : allowedPaymentMethods;
  return new Intl.ListFormat('en').format(names.map((name) => name.replaceAll('_', ' ')));
}
