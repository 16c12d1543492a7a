import type { Accounts } from '../account/accounts.ts';
import { notEmulated, paddleError } from '../errors/errors.ts';
import { type PublishedOperation, whyNotEmulated } from '../spec/published-operations.ts';
import { pathOf } from '../wire/target.ts';
import { enter, refuseWithoutPermission } from './entry/admit.ts';
import type { ApiRequest, ApiResponse } from './exchange.ts';
import { methodsOf } from './routes.ts';

/** Methods that Paddle's API recognises. @evidence official: others are refused; assumed: which these are */
const recognizedMethods = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']);

/**
 * Rejects a request that no operation, page or control endpoint answered: an unrecognised method, an operation that
 * Paddock does not emulate, a known path with another method, or an unknown path.
 *
 * @see https://developer.paddle.com/errors/shared/not_implemented
 */
export function refuseOthers(accounts: Accounts) {
  return (request: ApiRequest, response: ApiResponse): never => {
    if (!recognizedMethods.has(request.method)) throw paddleError('not_implemented');
    const { route } = response.locals;
    if (route && 'notEmulated' in route) refuseNotEmulated(accounts, route.notEmulated, request, response);
    const allowed = methodsOf(pathOf(request.originalUrl));
    if (allowed.length === 0) throw paddleError('invalid_url', { hint: hintFor(request.originalUrl) });
    response.setHeader('Allow', allowed.join(', '));
    throw paddleError('method_not_allowed', { hint: `Use one of ${allowed.join(', ')}.` });
  };
}

function refuseNotEmulated(
  accounts: Accounts,
  operation: PublishedOperation,
  request: ApiRequest,
  response: ApiResponse,
): never {
  refuseWithoutPermission(enter(accounts, operation.key, request, response), operation.permission);
  throw notEmulated(whyNotEmulated(operation));
}

function hintFor(url: string): string | undefined {
  const [path = '', query = ''] = url.split('?');
  if (/^\/(api\/)?(1|2)\.\d\//.test(path) || /(^|&)vendor_(id|auth_code)=/.test(query)) {
    return 'This URL belongs to Paddle Classic, a different product. Paddock emulates Paddle Billing.';
  }
  if (/^\/scim(\/|$)/.test(path)) return 'Paddle has no SCIM API. Customers are managed under /customers.';
  if (/^\/(users|team-members|team)(\/|$)/.test(path)) return 'Paddle has no API for dashboard users.';
  if (/^\/customers\/[^/]+\/subscriptions\/?$/.test(path)) {
    return 'Subscriptions are not nested under customers. Call GET /subscriptions?customer_id=<id>.';
  }
  if (/^\/v1\//.test(path)) return 'Paths have no version. Set it with the Paddle-Version header.';
  if (path.length > 1 && path.endsWith('/')) return 'The path ends with a slash. Remove it.';
  return undefined;
}
