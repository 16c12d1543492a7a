import { type Customer, type PaddleClient, paginate, type Subscription } from '../../index.ts';

/** Finds the customer of a user by email address, or creates one. */
export async function customerOf(paddle: PaddleClient, email: string, name: string): Promise<Customer> {
  const query = { email: [email], status: ['active' as const] };
  for await (const customer of paginate(paddle, '/customers', { params: { query } })) return customer;
  return (await paddle.POST('/customers', { body: { email, name } })).data;
}

/** The operations that Laravel Cashier offers for a subscription. */
export function billable(paddle: PaddleClient, subscriptionId: string) {
  const params = { path: { subscription_id: subscriptionId } };
  const read = async (): Promise<Subscription> =>
    (await paddle.GET('/subscriptions/{subscription_id}', { params })).data;
  type Body = NonNullable<Parameters<typeof patch>[0]>;
  const patch = async (body: {
    items?: { price_id: string; quantity: number }[];
    proration_billing_mode?: 'prorated_immediately' | 'full_immediately' | 'do_not_bill';
    scheduled_change?: null;
  }): Promise<Subscription> => (await paddle.PATCH('/subscriptions/{subscription_id}', { params, body })).data;
  const setQuantity = async (change: (quantity: number) => number, mode: Body['proration_billing_mode']) => {
    const items = (await read()).items.map(({ price, quantity }) => ({
      price_id: price.id,
      quantity: change(quantity),
    }));
    return patch({ items, ...(mode && { proration_billing_mode: mode }) });
  };
  return {
    read,
    swapAndInvoice: (priceId: string) =>
      patch({ items: [{ price_id: priceId, quantity: 1 }], proration_billing_mode: 'full_immediately' }),
    incrementQuantity: (count = 1) => setQuantity((quantity) => quantity + count, 'prorated_immediately'),
    updateQuantityWithoutBill: (quantity: number) => setQuantity(() => quantity, 'do_not_bill'),
    /** Charges for something that does not recur, now. */
    charge: async (priceId: string, quantity = 1) =>
      paddle.POST('/subscriptions/{subscription_id}/charge', {
        params,
        body: { effective_from: 'immediately', items: [{ price_id: priceId, quantity }] },
      }),
    pauseNow: () =>
      paddle.POST('/subscriptions/{subscription_id}/pause', { params, body: { effective_from: 'immediately' } }),
    resume: () =>
      paddle.POST('/subscriptions/{subscription_id}/resume', { params, body: { effective_from: 'immediately' } }),
    cancel: () => paddle.POST('/subscriptions/{subscription_id}/cancel', { params, body: {} }),
    stopCancelation: () => patch({ scheduled_change: null }),
    cancelNow: () =>
      paddle.POST('/subscriptions/{subscription_id}/cancel', { params, body: { effective_from: 'immediately' } }),
    nextPayment: async () => {
      const query = { include: ['next_transaction' as const] };
      const { data } = await paddle.GET('/subscriptions/{subscription_id}', { params: { ...params, query } });
      const next = data.next_transaction;
      return next && { amount: next.details.totals.grand_total, date: next.billing_period.starts_at };
    },
    /** Returns the URL of the checkout that takes another payment method. */
    paymentMethodUrl: async () =>
      (await paddle.GET('/subscriptions/{subscription_id}/update-payment-method-transaction', { params })).data.checkout
        ?.url ?? null,
    /** Lists what was paid, newest first, each with the URL of its invoice. */
    invoices: async () => {
      const query = { subscription_id: [subscriptionId], status: ['completed' as const] };
      const { data } = await paddle.GET('/transactions', { params: { query } });
      return Promise.all(
        data.map(async ({ id, details }) => {
          const invoice = await paddle.GET('/transactions/{transaction_id}/invoice', {
            params: { path: { transaction_id: id } },
          });
          return { id, total: details.totals.total, url: invoice.data.url };
        }),
      );
    },
    /** Gives a whole payment back. */
    refund: async (transactionId: string, reason: string) =>
      (
        await paddle.POST('/adjustments', {
          body: { action: 'refund', transaction_id: transactionId, type: 'full', reason },
        })
      ).data,
  };
}
