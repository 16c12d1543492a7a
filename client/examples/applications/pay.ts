import type { PaddleClient } from '../../index.ts';

/** A subscription as the Rails gem Pay stores it. */
export interface PaySubscription {
  readonly processor_id: string;
  readonly processor_plan: string;
  readonly quantity: number;
  readonly status: string;
  readonly current_period_end: string | null;
  readonly trial_ends_at: string | null;
  /** Time of a cancellation, past or scheduled. */
  readonly ends_at: string | null;
  readonly pause_starts_at: string | null;
}

/** Reads a subscription and returns what is stored, after each webhook. */
export async function syncSubscription(paddle: PaddleClient, id: string): Promise<PaySubscription> {
  const { data } = await paddle.GET('/subscriptions/{subscription_id}', { params: { path: { subscription_id: id } } });
  const [item] = data.items;
  const scheduled = data.scheduled_change;
  const isTrial = data.status === 'trialing' || item?.trial_dates !== null;
  return {
    processor_id: id,
    processor_plan: item?.price.id ?? '',
    quantity: item?.quantity ?? 0,
    status: data.status,
    current_period_end: data.current_billing_period?.ends_at ?? null,
    trial_ends_at: isTrial ? (item?.trial_dates?.ends_at ?? null) : null,
    ends_at: data.canceled_at ?? (scheduled?.action === 'cancel' ? scheduled.effective_at : null),
    pause_starts_at: data.paused_at ?? (scheduled?.action === 'pause' ? scheduled.effective_at : null),
  };
}

/** Changes of a subscription that Pay makes. */
export function paySubscription(paddle: PaddleClient, id: string) {
  const params = { path: { subscription_id: id } };
  return {
    changeQuantity: async (quantity: number) => {
      const { processor_plan } = await syncSubscription(paddle, id);
      await paddle.PATCH('/subscriptions/{subscription_id}', {
        params,
        body: { items: [{ price_id: processor_plan, quantity }], proration_billing_mode: 'prorated_immediately' },
      });
    },
    swap: (plan: string) =>
      paddle.PATCH('/subscriptions/{subscription_id}', {
        params,
        body: { items: [{ price_id: plan, quantity: 1 }], proration_billing_mode: 'prorated_immediately' },
      }),
    pause: () => paddle.POST('/subscriptions/{subscription_id}/pause', { params }),
    /** Takes a scheduled pause or cancellation back, or resumes a paused subscription. */
    resume: async () => {
      const { status } = await syncSubscription(paddle, id);
      if (status === 'paused')
        await paddle.POST('/subscriptions/{subscription_id}/resume', {
          params,
          body: { effective_from: 'immediately' },
        });
      else await paddle.PATCH('/subscriptions/{subscription_id}', { params, body: { scheduled_change: null } });
    },
    cancel: () =>
      paddle.POST('/subscriptions/{subscription_id}/cancel', {
        params,
        body: { effective_from: 'next_billing_period' },
      }),
    cancelNow: () =>
      paddle.POST('/subscriptions/{subscription_id}/cancel', { params, body: { effective_from: 'immediately' } }),
    /** Returns the transaction for which a checkout takes another payment method. */
    paymentMethodTransaction: async () =>
      (await paddle.GET('/subscriptions/{subscription_id}/update-payment-method-transaction', { params })).data.id,
  };
}
