import { paddleError } from '../../../errors/errors.ts';
import type { Transaction } from '../kind.ts';

type Checkout = Transaction['checkout'];
type Terms = Pick<Transaction, 'id' | 'collection_mode' | 'billing_details'>;

/**
 * Returns the checkout of a transaction: the requested page or else the default payment link, with the transaction's ID;
 * no URL for an invoice that cannot be paid online.
 *
 * @param link the default payment link; `null` if none is set
 * @evidence observed 2023-08: `?_ptxn=` follows the link without a slash between them. official: any transaction needs a
 *   default payment link. assumed: `&` after a link that has a query
 */
export function checkoutOf(terms: Terms, url: string | null | undefined, link: string | null): Checkout {
  if (link === null) throw paddleError('transaction_default_checkout_url_not_set');
  const isOnline = terms.collection_mode === 'automatic' || terms.billing_details?.enable_checkout === true;
  if (!isOnline) {
    if (url) throw paddleError('transaction_checkout_not_enabled');
    return { url: null };
  }
  if (url) refuseUnapproved(url);
  return { url: paymentLink(url ?? link, terms.id) };
}

/** Returns the page that was requested for a checkout; undefined for the default payment link. */
export function requestedPage({ checkout, id }: Transaction, link: string | null): string | undefined {
  if (!checkout?.url || (link !== null && checkout.url === paymentLink(link, id))) return undefined;
  return checkout.url.replace(new RegExp(`[?&]_ptxn=${id}$`), '');
}

function paymentLink(page: string, id: string): string {
  return `${page}${page.includes('?') ? '&' : '?'}_ptxn=${id}`;
}

/** @evidence official: the sandbox approves each domain. assumed: that the URL has to have one */
function refuseUnapproved(url: string): void {
  const { protocol, hostname } = URL.parse(url) ?? {};
  if (!hostname || (protocol !== 'https:' && protocol !== 'http:'))
    throw paddleError('transaction_checkout_url_domain_is_not_approved');
}
