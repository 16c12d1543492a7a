import type { Handlers } from '../../http/handler.ts';
import type { Behaviours } from '../../spec/behaviours.ts';
import { create, type PortalLink } from './create.ts';

/**
 * Lifetime of links, in milliseconds.
 *
 * @evidence guide: "short-lived", the 15 minutes are assumed. official: tokens are valid for 24 hours.
 */
const lifetimes: Record<Behaviours['portal-links'], number> = { 'single-use': 15 * 60_000, reusable: 24 * 3_600_000 };

export const portalSessionHandlers: Handlers<'createCustomerPortalSession'> = {
  createCustomerPortalSession: ({ params, body }, { account, baseUrl }) => {
    const { store, ids, clock, behaviours } = account;
    const customer = store.customers.require(params.customer_id);
    const subscriptionIds = body?.subscription_ids ?? [];
    const subscriptions = subscriptionIds.map((id) => [id, store.subscriptions.find(id)] as const);

    const portalId = ids.next('cpl');
    const token = store.portalSessions.makeToken(ids);
    const shown = create(customer, subscriptions, account.creation('cpls'), linkOn(baseUrl, portalId, token));
    const now = clock.now();
    const expiresAt = now + lifetimes[behaviours['portal-links']];
    const session = { account: account.id, portalId, customerId: customer.id, subscriptionIds, expiresAt };
    account.apply({ entries: [{ entry: 'portal session', token, session, now }] });
    return { data: shown };
  },
};

/** @evidence official: the form of links; here they lead to Paddock's own page. */
function linkOn(baseUrl: string, portalId: string, token: string): PortalLink {
  return (action, subscriptionId) => {
    const query = new URLSearchParams({ action, ...(subscriptionId && { subscription_id: subscriptionId }), token });
    return `${baseUrl}/customer-portal/${portalId}?${query}`;
  };
}
