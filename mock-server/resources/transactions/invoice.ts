import { paddleError } from '../../errors/errors.ts';
import type { Disposition } from '../document-link.ts';
import type { Transaction } from './kind.ts';

/** Returns what a link to an invoice is signed for. */
export function invoiceSubject(transactionId: string, disposition: Disposition): string {
  return `invoice ${transactionId} ${disposition}`;
}

/**
 * Returns true if a transaction has an invoice.
 *
 * @evidence official: billed or completed if it is collected manually, otherwise completed; none for a total of zero
 */
export function hasInvoice({ status, collection_mode, details, invoice_number }: Transaction): boolean {
  const billed = collection_mode === 'manual' ? ['billed', 'paid', 'completed', 'past_due'] : ['completed'];
  const isZero = BigInt(details.totals.total) === 0n;
  return billed.includes(status) && !isZero && invoice_number !== null;
}

/**
 * Rejects a transaction that has no invoice.
 *
 * @see https://developer.paddle.com/api-reference/transactions/get-transaction-invoice
 * @evidence official: which transactions have none; assumed: the code
 */
export function refuseWithoutInvoice(transaction: Transaction): void {
  const { id, status } = transaction;
  if (!hasInvoice(transaction)) throw paddleError('not_found', { id, hint: `${id} is ${status} and has no invoice.` });
}

/** Makes the link to an invoice. @evidence observed 2023-08-09: the name of the file has the invoice's number */
export function invoiceUrl(transaction: Transaction, disposition: Disposition, baseUrl: string, token: string): string {
  const { id, invoice_number } = transaction;
  return `${baseUrl}/invoices/${id}/invoice_${invoice_number}.html?${new URLSearchParams({ disposition, token })}`;
}
