import { type Request, type Response, Router } from 'express';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Accounts } from '../../account/accounts.ts';
import { byCustomer } from '../../account/cause.ts';
import { PaddleApiError } from '../../errors/errors.ts';
import { readBytes } from '../../http/input/read-bytes.ts';
import { isOfAnotherSite } from '../../wire/another-site.ts';
import { queryOf } from '../../wire/target.ts';
import { cancel, keep, pause, resume } from './changes.ts';
import { addBusinessForm, addressForm, businessForm, details } from './details.ts';
import { landingOf, openLink } from './links.ts';
import { overview } from './overview.ts';
import { challengeForm, paymentMethodForm } from './payment-method.ts';
import { invoiceLink, paymentList } from './payments.ts';
import { revisionForm } from './revision.ts';
import { deleteMethodForm, savedMethodList } from './saved-methods.ts';
import type { Fields, Ids, Screen, Sent } from './screen.ts';
import { sendGone, sendScreenPage } from './send.ts';
import { subscriptionPage } from './subscription.ts';
import { continueVisit, portalRoot, type Visit } from './visit.ts';

const screens: readonly Screen[] = [
  overview,
  subscriptionPage,
  cancel,
  keep,
  pause,
  resume,
  paymentMethodForm,
  challengeForm,
  paymentList,
  invoiceLink,
  revisionForm,
  savedMethodList,
  deleteMethodForm,
  details,
  addressForm,
  businessForm,
  addBusinessForm,
];

/** Limit of a form, in bytes. */
const formAtMost = 32 * 1024;

/** Serves the customer portal: the pages behind the links, and what their forms do. */
export function portalPages(accounts: Accounts, baseUrlOf: (request: Request) => string): Router {
  const router = Router();
  router.get(
    [`${portalRoot}/:portal_id`, `${portalRoot}/subscriptions/:subscription_id/:page`],
    async (request, response) => {
      const opened = await openLink(accounts, request, baseUrlOf(request));
      if (typeof opened === 'string') return sendGone(response, opened);
      // HEAD does not use up the link.
      if (request.method !== 'HEAD') opened.use();
      const { screen, ids } = landingOf(opened);
      answer(response, opened.visit, screen, ids, { fields: new Map() });
    },
  );
  for (const screen of screens) {
    const path = `${portalRoot}/customers/:customer_id${screen.path}`;
    router.get(path, async (request, response) => {
      const visit = await continueVisit(accounts, idsOf(request)['customer_id'] ?? '', request, baseUrlOf(request));
      if (typeof visit === 'string') return sendGone(response, visit);
      answer(response, visit, screen, idsOf(request), { fields: new Map(queryOf(request.originalUrl)) });
    });
    if (screen.submit)
      router.post(path, (request, response) => receive(accounts, screen, request, response, baseUrlOf(request)));
  }
  return router;
}

function idsOf({ params }: Request): Ids {
  return Object.fromEntries(Object.entries(params).map(([name, id]) => [name, String(id)]));
}

async function receive(
  accounts: Accounts,
  screen: Screen,
  request: Request,
  response: Response,
  baseUrl: string,
): Promise<void> {
  if (isOfAnotherSite(request.headers, baseUrl)) return sendGone(response, 'foreign');
  const text = (await readBytes(request, formAtMost)).toString();
  const visit = await continueVisit(accounts, idsOf(request)['customer_id'] ?? '', request, baseUrl);
  if (typeof visit === 'string') return sendGone(response, visit);
  const fields: Fields = new Map(new URLSearchParams(text));
  const ids = idsOf(request);
  const { account, customer } = visit;
  const done = attempt(() => account.by(byCustomer(customer.id), () => screen.submit?.(visit, ids, fields)));
  if ('problem' in done) answer(response, visit, screen, ids, { fields, problem: done.problem }, done.status);
  else response.redirect(303, done.value ?? visit.url(''));
}

/** Sends the page of a screen, or leads to another one. */
function answer(response: Response, visit: Visit, screen: Screen, ids: Ids, sent: Sent, status = 200): void {
  const shown = attempt(() => screen.show(visit, ids, sent));
  if ('problem' in shown) sendGone(response, 'missing');
  else if (typeof shown.value === 'string') response.redirect(303, shown.value);
  else sendScreenPage(response, status, visit, shown.value, sent);
}

/** Returns a result, or why it is refused. */
function attempt<Result>(
  make: () => Result,
): { value: Result } | { problem: NonNullable<Sent['problem']>; status: number } {
  try {
    return { value: make() };
  } catch (error) {
    if (error instanceof PaddleApiError) {
      const fields = new Map((error.errors ?? []).map(({ field, message }) => [field, message]));
      return { problem: { message: error.message, fields }, status: error.status };
    }
    if (error instanceof UsageError) return { problem: { message: error.message, fields: new Map() }, status: 400 };
    throw error;
  }
}
