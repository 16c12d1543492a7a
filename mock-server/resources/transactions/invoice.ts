import { paddleError } from '../../errors/errors.ts';
import type { Disposition } from '../document-link.ts';
import type { Transaction } from './kind.ts';

/** Returns what a link to an invoice is signed for. */
export function invoiceSubject(transactionId: string, disposition: Disposition): string {
  return `invoice ${transactionId} ${disposition}`;
}

/**
 * Rejects a transaction that has no invoice.
 *
 * @evidence official: billed or completed if it is collected manually, otherwise completed; none for a total of zero.
 *   assumed: the code
 */
export function refuseWithoutInvoice({ id, status, collection_mode, details, invoice_number }: Transaction): void {
  const billed = collection_mode === 'manual' ? ['billed', 'paid', 'completed', 'past_due'] : ['completed'];
  const isZero = BigInt(details.totals.total) === 0n;
  if (billed.includes(status) && !isZero && invoice_number !== null) return;
  throw paddleError('not_found', { id, hint: `${id} is ${status} and has no invoice.` });
}

/** Makes the link to an invoice. @evidence observed 2023-08-09: the name of the file has the invoice's number */
export function invoiceUrl(transaction: Transaction, disposition: Disposition, baseUrl: string, token: string): string {
  const { id, invoice_number } = transaction;
  return `${baseUrl}/invoices/${id}/invoice_${invoice_number}.html?${new URLSearchParams({ disposition, token })}`;
}
