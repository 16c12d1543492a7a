import { controlRoot } from './control-root.ts';
import { queryOf } from './target.ts';

/** Returns the path, with its query, of what the mock has in place of a page or script. */
type StandIn = (url: string) => string;

const script: StandIn = (url) => (url.startsWith('/paddle/v2/paddle.js') ? `${controlRoot}/paddle.js` : url);

const checkout: StandIn = (url) => {
  const id = queryOf(url).get('_ptxn');
  return id === null ? url : `${controlRoot}/checkout?${new URLSearchParams({ _ptxn: id })}`;
};

const portal: StandIn = (url) => (/^\/(cpl_|subscriptions\/)/.test(url) ? `/customer-portal${url}` : url);

/**
 * Hosts of Paddle's from which browsers load scripts and pages.
 *
 * @evidence official: the hosts of Paddle.js, of the portal and of links to manage a subscription; assumed: the others
 */
const standIns: ReadonlyMap<string, StandIn> = new Map([
  ['cdn.paddle.com', script],
  ['sandbox-cdn.paddle.com', script],
  ['buy.paddle.com', checkout],
  ['sandbox-buy.paddle.com', checkout],
  ['checkout.paddle.com', checkout],
  ['sandbox-checkout.paddle.com', checkout],
  ['customer-portal.paddle.com', portal],
  ['sandbox-customer-portal.paddle.com', portal],
  ['buyer-portal.paddle.com', portal],
  ['sandbox-buyer-portal.paddle.com', portal],
]);

/** Names of these hosts. */
export const paddleSites: readonly string[] = [...standIns.keys()];

/** Returns the path of the mock that a URL of a host leads to; that of the URL for any other host. */
export function standInPath(host: string, url: string): string {
  return standIns.get(host)?.(url) ?? url;
}
