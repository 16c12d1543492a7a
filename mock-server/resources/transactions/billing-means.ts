import type { Account } from '../../account/account.ts';
import { defaultPaymentLink } from '../../account/settings.ts';
import { credited } from '../credit-balances/credit-of.ts';
import { followBill } from '../subscriptions/follow-payment.ts';
import type { Opening } from './create.ts';

/**
 * Returns what making and changing a transaction needs from its account.
 *
 * @param baseUrl the mock's, for the default payment link
 */
export function billingMeans(
  account: Account,
  baseUrl: string,
): Pick<Opening, 'link' | 'nextInvoiceNumber' | 'credited' | 'follow'> {
  const { settings, store } = account;
  return {
    link: defaultPaymentLink(settings, baseUrl),
    nextInvoiceNumber: () => store.invoiceNumbers.next(),
    credited: (transaction) => credited(transaction, store),
    follow: (billed) => followBill(billed, account),
  };
}
