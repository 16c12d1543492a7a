import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../../account/account.ts';
import type { Address } from '../../resources/addresses/kind.ts';
import { credited, withCredit } from '../../resources/credit-balances/credit-of.ts';
import type { Customer } from '../../resources/customers/kind.ts';
import { readCard } from '../../resources/payment-methods/cards.ts';
import { save } from '../../resources/payment-methods/transitions.ts';
import { buy } from '../../resources/subscriptions/buy.ts';
import { withOwnLinks } from '../../resources/subscriptions/management-links.ts';
import { takePayment } from '../../resources/transactions/take-payment.ts';
import type { ControlHandlers } from '../handlers.ts';
import { reworded } from '../requests/reword.ts';

/** Handlers for what buyers do at a checkout. */
export const paymentHandlers: Pick<ControlHandlers, 'payTransaction' | 'savePaymentMethod' | 'createSubscription'> = {
  payTransaction: ({ params: { transaction_id: id }, body }, { account }) => {
    const { transactions } = account.store;
    return reworded(`pay ${id}`, () => {
      const transaction = transactions.require(id);
      const payable = credited(transaction, account.store);
      account.apply(withCredit(takePayment(account, payable, body), account.store));
      return transactions.require(id);
    });
  },

  createSubscription: ({ body }, { account, baseUrl }) =>
    reworded('create a subscription', () => {
      const { id, transaction_id } = buy(body, account, baseUrl);
      const subscription = account.store.subscriptions.require(id);
      return { ...withOwnLinks(subscription, { account, baseUrl }), transaction_id };
    }),

  savePaymentMethod: ({ params: { customer_id }, body: { address_id, origin, ...entered } }, { account }) =>
    reworded('save the card', () => {
      const customer = account.store.customers.require(customer_id);
      const address = addressOf(account, customer, address_id);
      const cardholder_name = entered.cardholder_name ?? customer.name ?? undefined;
      const { outcome, details } = readCard({ ...entered, cardholder_name }, account.clock.now());
      if (outcome !== 'succeeds' && outcome !== 'asks')
        throw new UsageError(`Could not save the card: it is ${outcome}. Use another test card.`);
      const others = account.store.payment_methods.all({ customer_id: [customer.id] });
      const saved = { card: details, origin: origin ?? 'saved_during_purchase' };
      const creation = account.creation('paymtd');
      account.apply(save(customer, address, others, saved, creation));
      return account.store.payment_methods.require(creation.id);
    }),
};

function addressOf({ store }: Account, customer: Customer, id: string | undefined): Address {
  if (id !== undefined) return store.addresses.requireOf(customer.id, id);
  const [newest] = store.addresses.all({ customer_id: [customer.id], status: ['active'] });
  if (newest) return newest;
  throw new UsageError('Could not save the card: the customer has no active address. Create one first.');
}
