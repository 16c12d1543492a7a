import type { PaddleClient } from '../../index.ts';

/** A customer who tries a product without a card. The price's trial requires no payment method. */
export interface TrialSignUp {
  readonly email: string;
  readonly countryCode: 'GB' | 'US' | 'IE';
  readonly priceId: string;
}

/**
 * Starts a trial without a checkout: bills a transaction of nothing, and waits for its subscription.
 *
 * @param wait called between two readings of the transaction
 */
export async function startCardlessTrial(paddle: PaddleClient, signUp: TrialSignUp, wait: () => Promise<void>) {
  const { data: customer } = await paddle.POST('/customers', { body: { email: signUp.email } });
  const { data: address } = await paddle.POST('/customers/{customer_id}/addresses', {
    params: { path: { customer_id: customer.id } },
    body: { country_code: signUp.countryCode },
  });
  const { data: billed } = await paddle.POST('/transactions', {
    body: {
      ...{ customer_id: customer.id, address_id: address.id, collection_mode: 'automatic', status: 'billed' },
      items: [{ price_id: signUp.priceId, quantity: 1 }],
    },
  });
  const params = { path: { transaction_id: billed.id } };
  for (let tries = 0; tries < 20; tries += 1) {
    const { data } = await paddle.GET('/transactions/{transaction_id}', { params });
    if (data.status === 'completed' && data.subscription_id !== null) return data.subscription_id;
    await wait();
  }
  throw new Error(`Could not start the trial: ${billed.id} was not completed.`);
}

/** Returns the ID of the transaction whose checkout adds a card to a trial. */
export async function transactionToAddCard(paddle: PaddleClient, subscriptionId: string): Promise<string> {
  const path = { subscription_id: subscriptionId };
  const { data } = await paddle.GET('/subscriptions/{subscription_id}/update-payment-method-transaction', {
    params: { path },
  });
  return data.id;
}
