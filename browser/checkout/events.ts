import type { CheckoutEventsData, PaddleEventData } from '@paddle/paddle-js';
import type { FrameSettings } from '../shared/checkout/messages.ts';
import type { Refusal } from './server.ts';
import type { View, Warning } from './view.ts';

export type EventName = `${NonNullable<PaddleEventData['name']>}`;

/** Fields of events beside the transaction. */
export type EventContext = {
  id: string;
  settings: FrameSettings;
  /** Payment method that the buyer chose. */
  method: CheckoutEventsData['payment']['method_details'];
};

/**
 * Makes an event of the checkout.
 *
 * @evidence observed: `wide-overlay` for an overlay. assumed: that narrow windows have `overlay`
 */
export function eventOf(name: EventName, { data }: View, { id, settings, method }: EventContext): PaddleEventData {
  const { displayMode = 'overlay', theme = 'light', variant = 'multi-page', upsell } = settings;
  const overlay = window.innerWidth >= 768 ? 'wide-overlay' : 'overlay';
  const shown = { display_mode: displayMode === 'inline' ? displayMode : overlay, theme, variant } as const;
  return {
    name: name as NonNullable<PaddleEventData['name']>,
    data: {
      id,
      ...data,
      payment: { method_details: method },
      settings: shown,
      upsell: upsell ? { transaction_id: upsell.transactionId } : null,
    },
  };
}

/** Makes an event of a refusal. */
export function errorEventOf(name: 'checkout.error' | 'checkout.payment.error', { body }: Refusal): PaddleEventData {
  const { type, code, detail, documentation_url } = body;
  return { name: name as NonNullable<PaddleEventData['name']>, type, code, detail, documentation_url };
}

/** The event of a checkout without any payment method. @evidence official */
export const noMethods: PaddleEventData = {
  name: 'checkout.payment.error' as NonNullable<PaddleEventData['name']>,
  type: 'front-end_error',
  code: 'no_payment_methods_available',
  detail: 'No payment methods available',
  documentation_url: 'https://developer.paddle.com/api-reference/overview',
};

/** Makes the event of a checkout that opened without invalid parts. @evidence official: it has a type, and no name */
export function warningOf(errors: readonly Warning[]): PaddleEventData {
  const warning = {
    type: 'checkout.warning',
    code: 'checkout_creation_invalid_field',
    detail: 'Invalid values for fields in request',
    documentation_url: 'https://developer.paddle.com/errors/shared/invalid_field',
    errors,
  };
  return warning;
}

/** Returns the events of a change, the general one last. */
export function eventsBetween({ data: before }: View, { data: after }: View): EventName[] {
  const names: EventName[] = [];
  const ids = new Set(after.items.map(({ price_id }) => price_id));
  const isRemoved = before.items.some(({ price_id }) => !ids.has(price_id));
  const quantities = ({ items }: View['data']) =>
    JSON.stringify(items.map(({ price_id, quantity }) => [price_id, quantity]));
  if (isRemoved) names.push('checkout.items.removed');
  else if (quantities(before) !== quantities(after)) names.push('checkout.items.updated');
  if (!before.customer.id && after.customer.id) names.push('checkout.customer.created');
  else if (before.customer.id && !after.customer.id) names.push('checkout.customer.removed');
  else if (JSON.stringify(before.customer) !== JSON.stringify(after.customer)) names.push('checkout.customer.updated');
  if (after.discount && before.discount?.id !== after.discount.id) names.push('checkout.discount.applied');
  if (before.discount && !after.discount) names.push('checkout.discount.removed');
  return [...names, 'checkout.updated'];
}
