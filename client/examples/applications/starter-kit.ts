import type { PaddleClient, Subscription } from '../../index.ts';

/** Shows a customer's subscription and its bills, as the account page of Paddle's starter kit does. */
export async function readAccountPage(paddle: PaddleClient, customerId: string) {
  const { data: subscriptions } = await paddle.GET('/subscriptions', {
    params: { query: { customer_id: [customerId] } },
  });
  const [newest] = subscriptions;
  if (!newest) return null;
  const { data: subscription } = await paddle.GET('/subscriptions/{subscription_id}', {
    params: {
      path: { subscription_id: newest.id },
      query: { include: ['next_transaction', 'recurring_transaction_details'] },
    },
  });
  const { data: transactions } = await paddle.GET('/transactions', {
    params: {
      query: {
        customer_id: [customerId],
        subscription_id: [newest.id],
        status: ['billed', 'paid', 'past_due', 'completed', 'canceled'],
      },
    },
  });
  return {
    subscription,
    /** Amount of the next bill, in the smallest unit of its currency; `null` if there is none. */
    nextAmount: subscription.next_transaction?.details.totals.grand_total ?? null,
    recurringAmount: subscription.recurring_transaction_details?.totals.total ?? null,
    transactions,
  };
}

/** Cancels at the end of the period that was paid for. */
export async function cancelAtPeriodEnd(paddle: PaddleClient, subscriptionId: string): Promise<Subscription> {
  const { data } = await paddle.POST('/subscriptions/{subscription_id}/cancel', {
    params: { path: { subscription_id: subscriptionId } },
    body: { effective_from: 'next_billing_period' },
  });
  return data;
}
