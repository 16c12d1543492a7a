import { invalidUrl, notImplemented } from '../errors.ts';
import type { ApiRequest } from './exchange.ts';

/** Methods that Paddle's API recognises. @evidence assumed: those of the published operations, and HTTP's basic ones. */
const recognizedMethods = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']);

/** Refuses a method that the API does not recognise, whatever the path. @see https://developer.paddle.com/errors/shared/not_implemented */
export function refuseUnknownMethods(request: ApiRequest, _response: unknown, next: () => void): void {
  if (!recognizedMethods.has(request.method)) throw notImplemented();
  next();
}

/** Answers for a path that the API does not have, with a hint for the mistakes that are often made. */
export function refuseUnknownUrl(request: ApiRequest): never {
  throw invalidUrl(hintFor(request.originalUrl));
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
