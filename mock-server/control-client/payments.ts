import { answerOf, type ControlClient } from '#openapi/control-plane/control-client.ts';
import type { operations } from '#openapi/generated/control.ts';

type BodyOf<Id extends 'payTransaction' | 'savePaymentMethod' | 'createSubscription'> =
  operations[Id]['requestBody']['content']['application/json'];

/** A test card, a saved payment method, or the result of a challenge. */
export type Payment = BodyOf<'payTransaction'>;
/** A transaction after a payment, with its attempts, newest first. */
export type TriedTransaction = operations['payTransaction']['responses'][200]['content']['application/json'];
/** A test card to save. */
export type CardToSave = BodyOf<'savePaymentMethod'>;
/** A saved payment method. */
export type SavedPaymentMethod = operations['savePaymentMethod']['responses'][201]['content']['application/json'];

/** A purchase: items, buyer and place. */
export type SubscriptionPurchase = BodyOf<'createSubscription'>;
/** A new subscription, as the API has it, with the ID of its transaction. */
export type BoughtSubscription = operations['createSubscription']['responses'][201]['content']['application/json'];

/** Purchases of subscriptions. */
export type AccountSubscriptions = {
  /**
   * Buys a subscription: makes the customer, the address, the transaction, its payment and the subscription.
   *
   * @throws UsageError if there can be no such purchase, or the card does not pay
   * @example
   * ```ts
   * const { id } = await paddock.subscriptions.create({
   *   items: [{ price_id, quantity: 1 }],
   *   customer: { email: 'sam@example.com' },
   *   address: { country_code: 'US', postal_code: '10021' },
   * });
   * ```
   */
  create(purchase: SubscriptionPurchase): Promise<BoughtSubscription>;
};

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

/** Actions of an account's customers, which the API does not have. */
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
  subscriptions: AccountSubscriptions;
} {
  return {
    subscriptions: { create: (body) => answerOf(control.POST('/_paddock/subscriptions', { body })) },
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
