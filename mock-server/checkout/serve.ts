import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Account } from '../account/account.ts';
import type { Accounts } from '../account/accounts.ts';
import { badRequest, paddleError } from '../errors/errors.ts';
import { postalCodeCountries, supportedCountries } from '../resources/addresses/countries.ts';
import { controlRoot } from '../wire/control-root.ts';
import { isOwnHost } from '../wire/hosts.ts';
import { changeBody, openBody, paymentBody, readBody, readJson } from './bodies.ts';
import { changeCheckout, openWithWarnings } from './change.ts';
import { accountOfToken, accountOfTransaction } from './find-account.ts';
import { payCheckout } from './pay.ts';
import { previews } from './previews.ts';
import { viewOf } from './view.ts';

export type CheckoutOptions = {
  accounts: Accounts;
  /** `true` if only this machine reaches the server. */
  isLocal: boolean;
  baseUrl: string | undefined;
  /** Returns the base URL of a request, for links. */
  baseUrlOf: (request: Request) => string;
};

const root = `${controlRoot}/checkout`;

/** Countries that a buyer can choose, and those of them that need a postal code. */
const places = { countries: [...supportedCountries], postal_code_countries: [...postalCodeCountries] };

/** Header in which Paddle.js sends the client-side token. @evidence assumed, for the name */
const tokenHeader = 'paddle-clienttoken';

/**
 * Serves what the checkout page and Paddle.js call. A checkout is opened with a client-side token or with the ID of its
 * transaction, which nobody can guess, and no API key takes part.
 */
export function checkoutApi(options: CheckoutOptions): Router {
  const router = Router({ strict: true });
  const { accounts, baseUrlOf } = options;
  const page = refuseStrangers(options);

  router.post(`${root}/open`, page, async (request, response) => {
    const input = await readBody(request, openBody);
    const { token, transaction_id = '' } = input;
    const account =
      token === undefined ? accountOfTransaction(accounts, transaction_id) : accountOfToken(accounts, token);
    await during(account, () => {
      const { transaction, warnings } = openWithWarnings(input, account, baseUrlOf(request));
      const view = viewOf(transaction, account, input.customer_auth_token);
      answer(response, { id: account.ids.next('che'), ...view, warnings, ...places });
    });
  });

  router.patch(`${root}/transactions/:transaction_id`, page, async (request, response) => {
    const id = idOf(request);
    const input = await readBody(request, changeBody);
    const account = accountOfTransaction(accounts, id);
    await during(account, () => {
      const transaction = changeCheckout(id, input, account, baseUrlOf(request));
      answer(response, viewOf(transaction, account, input.customer_auth_token));
    });
  });

  router.post(`${root}/transactions/:transaction_id/pay`, page, async (request, response) => {
    const id = idOf(request);
    const input = await readBody(request, paymentBody);
    const account = accountOfTransaction(accounts, id);
    await during(account, () => {
      const transaction = payCheckout(id, input, account, baseUrlOf(request));
      answer(response, viewOf(transaction, account, input.customer_auth_token));
    });
  });

  for (const [name, compute] of Object.entries(previews)) {
    const path = `${root}/${name}`;
    router.options(path, admitPages, (_request, response) => response.status(204).end());
    router.post(path, admitPages, refuseForeignHost(options), async (request, response) => {
      const body = await readJson(request);
      const account = accountOfToken(accounts, request.headers[tokenHeader]);
      await during(account, () => answer(response, compute(body, account)));
    });
  }
  return router;
}

function idOf({ params }: Request): string {
  return String(params['transaction_id']);
}

/** Counts the request among those of the account, so that it is not idle meanwhile, and waits until its rows are complete. */
async function during(account: Account, work: () => void): Promise<void> {
  account.requests += 1;
  try {
    if (account.isHeld) await account.whole();
    work();
  } finally {
    account.requests -= 1;
  }
}

function answer(response: Response, data: object): void {
  response.set('Cache-Control', 'no-store').json({ data, meta: { request_id: response.locals['requestId'] } });
}

/** Lets web pages of any origin call what Paddle.js calls for them. */
const admitPages: RequestHandler = (_request, response, next) => {
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': `Content-Type, ${tokenHeader}`,
    'Access-Control-Allow-Private-Network': 'true',
    'Access-Control-Max-Age': '600',
  });
  next();
};

/** Rejects host names that a web page could make resolve to this machine. */
function refuseForeignHost({ isLocal, baseUrl }: CheckoutOptions): RequestHandler {
  return ({ headers: { host = '' } }, _response, next) => {
    if (isLocal && !isOwnHost(host, baseUrl)) throw badRequest(undefined, `The Host header is ${host}.`);
    next();
  };
}

/** Rejects web pages of other origins: only the checkout page itself changes and pays checkouts. */
function refuseStrangers(options: CheckoutOptions): RequestHandler {
  const checkHost = refuseForeignHost(options);
  return (request, response, next) => {
    const { origin, host, 'sec-fetch-site': site } = request.headers;
    const isForeign = origin !== undefined && URL.parse(origin)?.host !== host?.toLowerCase();
    if (isForeign || (site !== undefined && site !== 'same-origin' && site !== 'none'))
      throw paddleError('forbidden', { hint: 'Only the checkout page calls this. Use Paddle.js.' });
    checkHost(request, response, next);
  };
}
