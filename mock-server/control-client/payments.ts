import { answerOf, type ControlClient } from '#openapi/control-plane/control-client.ts';
import type { operations } from '#openapi/generated/control.ts';

type BodyOf<Id extends 'payTransaction' | 'savePaymentMethod'> =
  operations[Id]['requestBody']['content']['application/json'];

/** A test card, a saved payment method, or the result of a challenge. */
export type Payment = BodyOf<'payTransaction'>;
/** A transaction after a payment, with its attempts, newest first. */
export type TriedTransaction = operations['payTransaction']['responses'][200]['content']['application/json'];
/** A test card to save. */
export type CardToSave = BodyOf<'savePaymentMethod'>;
/** A saved payment method. */
export type SavedPaymentMethod = operations['savePaymentMethod']['responses'][201]['content']['application/json'];

/** Payments of an account's transactions. */
export type AccountTransactions = {
  /**
   * Pays a transaction as a buyer does at a checkout. A declined payment is no error: see the newest attempt.
   *
   * @throws UsageError for a number that is not a test card of Paddle's, or a transaction that cannot be paid
   * @example
   * ```ts
   * const { status } = await paddock.transactions.pay(id, { card: '4242 4242 4242 4242' });
   * ```
   */
  pay(id: string, payment: Payment): Promise<TriedTransaction>;
};

/** What an account's customers do without the API. */
export type AccountCustomers = {
  /**
   * Saves a test card for a customer, as a purchase does.
   *
   * @throws UsageError for a number that is not a test card of Paddle's, or a customer without an address
   */
  savePaymentMethod(id: string, card: CardToSave): Promise<SavedPaymentMethod>;
};

export function createPayments(control: ControlClient): {
  transactions: AccountTransactions;
  customers: AccountCustomers;
} {
  return {
    transactions: {
      pay: (transaction_id, body) =>
        answerOf(
          control.POST('/_paddock/transactions/{transaction_id}/pay', { params: { path: { transaction_id } }, body }),
        ),
    },
    customers: {
      savePaymentMethod: (customer_id, body) =>
        answerOf(
          control.POST('/_paddock/customers/{customer_id}/payment-methods', {
            params: { path: { customer_id } },
            body,
          }),
        ),
    },
  };
}
