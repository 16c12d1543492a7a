import type { Request } from 'express';
import type { Account } from '../../account/account.ts';
import type { Accounts } from '../../account/accounts.ts';
import { type PortalAction, subscriptionActions } from '../../resources/portal-sessions/create.ts';
import { isManagementPage, managementSubject } from '../../resources/subscriptions/management-links.ts';
import type { StoredPortalSession } from '../../state/entries/portal-sessions.ts';
import { queryOf } from '../../wire/target.ts';
import { cancel } from './changes.ts';
import { offersFor } from './offers.ts';
import { overview } from './overview.ts';
import { paymentMethodForm } from './payment-method.ts';
import type { Ids, Screen } from './screen.ts';
import type { Gone } from './send.ts';
import { subscriptionPage } from './subscription.ts';
import { beginVisit, type Visit } from './visit.ts';

/** A followed link that opens. */
type Opened = {
  visit: Visit;
  action: PortalAction;
  subscriptionId: string | undefined;
  /** Uses the link up, if it opens once. */
  use(): void;
};

/** Opens a link of a portal session or of a subscription; otherwise says why not. */
export function openLink(accounts: Accounts, request: Request, baseUrl: string): Promise<Opened | Gone> {
  const { portal_id, subscription_id, page } = request.params;
  return subscription_id === undefined
    ? openSession(accounts, request, String(portal_id), baseUrl)
    : openManagement(accounts, request, { id: String(subscription_id), page: String(page) }, baseUrl);
}

/** @evidence official: links of sessions carry action, subscription and token */
async function openSession(
  accounts: Accounts,
  request: Request,
  portalId: string,
  baseUrl: string,
): Promise<Opened | Gone> {
  const query = queryOf(request.originalUrl);
  const token = query.get('token') ?? '';
  const session = accounts.portalSessions.find(token);
  const account = session && accounts.byId(session.account);
  if (account?.isHeld) await account.whole();
  const action = ['overview' as const, ...subscriptionActions].find((known) => known === query.get('action'));
  const subscriptionId = query.get('subscription_id') ?? undefined;
  if (!session || !account || !action || session.portalId !== portalId) return 'unknown';
  const link = subscriptionId === undefined ? action : `${action}:${subscriptionId}`;
  const problem = problemOf(session, link, account);
  const customer = account.store.customers.find(session.customerId);
  if (problem || !customer) return problem ?? 'unknown';
  return {
    visit: beginVisit(account, customer, baseUrl),
    action,
    subscriptionId,
    use: () => account.apply({ entries: [{ entry: 'opened link', token, link }] }),
  };
}

/** Finds out why a link does not open. @evidence guide: links are single-use and expire; assumed: the statuses */
function problemOf(session: StoredPortalSession, link: string, account: Account): Gone | undefined {
  const links = [
    'overview',
    ...session.subscriptionIds.flatMap((id) => subscriptionActions.map((action) => `${action}:${id}`)),
  ];
  if (!links.includes(link)) return 'unknown';
  if (account.clock.now() >= session.expiresAt) return 'expired';
  if (account.behaviours['portal-links'] === 'single-use' && session.opened.includes(link)) return 'used';
  return undefined;
}

/** Opens a link in `management_urls`. */
async function openManagement(
  accounts: Accounts,
  request: Request,
  { id, page }: { id: string; page: string },
  baseUrl: string,
): Promise<Opened | Gone> {
  if (!isManagementPage(page)) return 'unknown';
  const token = queryOf(request.originalUrl).get('token');
  if (token === null) return 'unsigned';
  const link = accounts.signedLinks.find(token, managementSubject(id));
  const account = link && accounts.byId(link.account);
  if (account?.isHeld) await account.whole();
  const subscription = account?.store.subscriptions.find(id);
  const customer = subscription && account?.store.customers.find(subscription.customer_id);
  if (!account || !customer) return 'unknown';
  return {
    visit: beginVisit(account, customer, baseUrl),
    action: managementActions[page],
    subscriptionId: id,
    use: () => {},
  };
}

const managementActions = {
  cancel: 'cancel_subscription',
  'update-payment-method': 'update_subscription_payment_method',
  'view-subscription': 'view_subscription',
} as const;

/**
 * Returns the page that a link leads to.
 *
 * @evidence official: the overview for subscriptions that are paused or canceled, and for the payment method of one that is
 *   invoiced. assumed: the overview also for a second cancellation
 */
export function landingOf({ visit, action, subscriptionId }: Opened): { screen: Screen; ids: Ids } {
  const subscription =
    subscriptionId === undefined ? undefined : visit.account.store.subscriptions.find(subscriptionId);
  if (!subscription || subscription.customer_id !== visit.customer.id) return { screen: overview, ids: {} };
  const ids = { subscription_id: subscription.id };
  if (action === 'view_subscription') return { screen: subscriptionPage, ids };
  const offers = subscription.status === 'paused' ? [] : offersFor(subscription);
  if (action === 'cancel_subscription' && offers.includes('cancel')) return { screen: cancel, ids };
  if (action === 'update_subscription_payment_method' && offers.includes('payment-method'))
    return { screen: paymentMethodForm, ids };
  return { screen: overview, ids: {} };
}
