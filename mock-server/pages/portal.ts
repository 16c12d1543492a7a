import { Router } from 'express';
import type { Account } from '../account/account.ts';
import type { Accounts } from '../account/accounts.ts';
import { subscriptionActions } from '../resources/portal-sessions/create.ts';
import type { StoredPortalSession } from '../state/entries/portal-sessions.ts';
import { queryOf } from '../wire/target.ts';
import { html } from './html.ts';
import { sendPage } from './layout.ts';
import { portalContent } from './portal-content.ts';

/** A followed link and its session. */
type Visit = { session: StoredPortalSession; link: string };

/** Serves the pages behind the links of portal sessions. */
export function portalPages(accounts: Accounts): Router {
  const router = Router();
  router.get('/customer-portal/:portal_id', async (request, response) => {
    const query = queryOf(request.originalUrl);
    const token = query.get('token') ?? '';
    const session = accounts.portalSessions.find(token);
    const account = session && accounts.byId(session.account);
    if (account?.isHeld) await account.whole();
    const action = query.get('action') ?? '';
    const subscriptionId = query.get('subscription_id');
    const link = subscriptionId === null ? action : `${action}:${subscriptionId}`;
    const problem = session && account ? problemOf({ session, link }, request.params.portal_id, account) : 'unknown';
    if (!session || !account || problem) {
      const reason = problem ?? 'unknown';
      sendPage(response, statuses[reason], 'Link no longer works', goneContent(reason));
      return;
    }
    // HEAD does not use up the link.
    if (request.method !== 'HEAD') account.apply({ entries: [{ entry: 'opened link', token, link }] });
    sendPage(response, 200, 'Customer portal', portalContent(account, session, action, subscriptionId));
  });
  return router;
}

type Problem = 'unknown' | 'expired' | 'used';

/** Finds out why a link does not open. @evidence guide: links are single-use and expire; assumed: the statuses */
function problemOf({ session, link }: Visit, portalId: string, account: Account): Problem | undefined {
  const links = [
    'overview',
    ...session.subscriptionIds.flatMap((id) => subscriptionActions.map((action) => `${action}:${id}`)),
  ];
  if (session.portalId !== portalId || !links.includes(link)) return 'unknown';
  if (account.clock.now() >= session.expiresAt) return 'expired';
  if (account.behaviours['portal-links'] === 'single-use' && session.opened.includes(link)) return 'used';
  return undefined;
}

/** A proxy in front of several processes tries the next one after a 404, so only unknown links have it. */
const statuses: Record<Problem, number> = { unknown: 404, expired: 410, used: 410 };

const explanations: Record<Problem, string> = {
  unknown: "This link is unknown. It may be incomplete, or older than the server's last reset.",
  expired: 'This link has expired.',
  used: 'This link has already been used. Portal links open once.',
};

function goneContent(problem: Problem) {
  return html`<h1>This link no longer works</h1>
<p>${explanations[problem]} Create a new portal session each time, and do not store its links.</p>`;
}
