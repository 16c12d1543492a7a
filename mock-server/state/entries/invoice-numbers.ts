import type { Statements } from '../database/database.ts';

/** Number of the seller, which begins each invoice number. */
const seller = '325';
/** @evidence observed: the first invoices of sellers were 10001 */
const beforeFirst = 10_000;

/**
 * Invoice numbers of an account: one sequence for invoices and for receipts of automatic payments.
 *
 * @evidence observed 2023-08: consecutive numbers of both
 */
export class InvoiceNumbers {
  readonly #account: number;
  readonly #statements: Statements;
  #last: number | undefined;

  constructor(account: number, statements: Statements) {
    this.#account = account;
    this.#statements = statements;
  }

  /** Returns the next number, which is greater than those of stored transactions. */
  next(): string {
    const next = (this.#last ?? this.#greatest()) + 1;
    this.#last = next;
    return `${seller}-${next}`;
  }

  /** Continues from the stored transactions, after they were changed by other means. */
  forget(): void {
    this.#last = undefined;
  }

  /** Reads all numbers, which happens once, since texts of different lengths do not sort as numbers do. */
  #greatest(): number {
    const sql = `SELECT max(CAST(substr(invoice_number, ?) AS INTEGER)) FROM transactions
      WHERE account = ? AND invoice_number GLOB ? AND invoice_number NOT GLOB ?`;
    const start = seller.length + 2;
    const greatest = this.#statements(sql).pluck().get(start, this.#account, `${seller}-[0-9]*`, `${seller}-*[^0-9]*`);
    return Math.max(beforeFirst, typeof greatest === 'number' ? greatest : 0);
  }
}
