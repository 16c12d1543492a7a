import type { components } from '#openapi/generated/guide.ts';
import { paddleError } from '../../errors/errors.ts';
import type { Creation } from '../../time/moment.ts';
import type { Customer } from '../customers/kind.ts';
import { refuseArchivedCustomer } from '../customers/transitions.ts';
import type { Subscription } from '../subscriptions/kind.ts';

type PortalSession = components['schemas']['portal-session'];

/**
 * Actions of links about a subscription. @evidence official: the `action` of links; assumed for `view_subscription`.
 */
export const subscriptionActions = [
  'cancel_subscription',
  'update_subscription_payment_method',
  'view_subscription',
] as const;

/** Actions of a session's links. */
export type PortalAction = 'overview' | (typeof subscriptionActions)[number];

/** Makes a session's URL for an action. */
export type PortalLink = (action: PortalAction, subscriptionId?: string) => string;

/**
 * Creates a portal session of a customer, with links for the requested subscriptions.
 *
 * @param subscriptions the requested ones; `undefined` for an unknown ID
 * @evidence assumed, for the code and the message about another customer's subscription
 */
export function create(
  customer: Customer,
  subscriptions: readonly (readonly [id: string, subscription: Subscription | undefined])[],
  creation: Creation,
  link: PortalLink,
): PortalSession {
  refuseArchivedCustomer(customer, creation);
  const foreign = subscriptions.findIndex(([, subscription]) => subscription?.customer_id !== customer.id);
  if (foreign !== -1) {
    const message = `must be a subscription of the customer. Provided: ${subscriptions[foreign]?.[0]}`;
    throw paddleError('invalid_field', { errors: [{ field: `subscription_ids.${foreign}`, message }] });
  }
  const { id, now } = creation;
  return {
    id,
    customer_id: customer.id,
    urls: {
      general: { overview: link('overview') },
      subscriptions: subscriptions.map(([subscriptionId]) => ({
        id: subscriptionId,
        cancel_subscription: link('cancel_subscription', subscriptionId),
        update_subscription_payment_method: link('update_subscription_payment_method', subscriptionId),
        view_subscription: link('view_subscription', subscriptionId),
      })),
    },
    created_at: now,
  };
}
