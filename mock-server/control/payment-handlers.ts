import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../account/account.ts';
import { PaddleApiError } from '../errors/errors.ts';
import type { Address } from '../resources/addresses/kind.ts';
import { payWithCredit } from '../resources/credit-balances/credit.ts';
import { creditFor, withCredit } from '../resources/credit-balances/credit-of.ts';
import type { Customer } from '../resources/customers/kind.ts';
import { readCard } from '../resources/payment-methods/cards.ts';
import { save } from '../resources/payment-methods/transitions.ts';
import { takePayment } from '../resources/transactions/take-payment.ts';
import { ControlError } from './control-error.ts';
import type { ControlHandlers } from './handlers.ts';

/** Handlers for what buyers do at a checkout. */
export const paymentHandlers: Pick<ControlHandlers, 'payTransaction' | 'savePaymentMethod'> = {
  payTransaction: ({ params: { transaction_id: id }, body }, { account }) => {
    const { transactions } = account.store;
    return reworded(`pay ${id}`, () => {
      const transaction = transactions.require(id);
      const credited = payWithCredit(transaction, creditFor(transaction, account.store));
      account.apply(withCredit(takePayment(account, credited, body), account.store));
      return transactions.require(id);
    });
  },

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

/** Turns Paddle's errors into those of the control plane, since no operation of the API was called. */
function reworded<Result>(what: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof PaddleApiError)) throw error;
    const reason = `${(error.hint ?? error.message).replace(/\.$/, '')} (${error.code}).`;
    if (error.status === 404) throw new ControlError(404, 'not_found', `Could not ${what}: ${reason}`);
    throw new UsageError(`Could not ${what}: ${reason}`);
  }
}
