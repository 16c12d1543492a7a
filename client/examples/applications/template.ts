import { type PaddleClient, paginate, type Subscription } from '../../index.ts';

/** A plan of a pricing page. */
export interface Plan {
  readonly name: string;
  readonly priceId: string;
  readonly amount: string;
}

/** Lists the recurring prices of all products, page by page, as a template for Next.js syncs its plans. */
export async function syncPlans(paddle: PaddleClient): Promise<Plan[]> {
  const names = new Map<string, string>();
  for await (const { id, name } of paginate(paddle, '/products', { params: { query: { per_page: 2 } } }))
    names.set(id, name);
  const plans: Plan[] = [];
  for await (const price of paginate(paddle, '/prices', { params: { query: { per_page: 2, recurring: 'true' } } }))
    plans.push({ name: names.get(price.product_id) ?? '', priceId: price.id, amount: price.unit_price.amount });
  return plans;
}

/** Changes of a subscription that a dashboard offers. */
export function dashboardOf(paddle: PaddleClient, subscriptionId: string) {
  const params = { path: { subscription_id: subscriptionId } };
  return {
    read: async (): Promise<Subscription> => (await paddle.GET('/subscriptions/{subscription_id}', { params })).data,
    changePlan: (priceId: string) =>
      paddle.PATCH('/subscriptions/{subscription_id}', {
        params,
        body: { items: [{ price_id: priceId, quantity: 1 }], proration_billing_mode: 'prorated_immediately' },
      }),
    pause: () => paddle.POST('/subscriptions/{subscription_id}/pause', { params, body: {} }),
    keep: () => paddle.PATCH('/subscriptions/{subscription_id}', { params, body: { scheduled_change: null } }),
    resume: () =>
      paddle.POST('/subscriptions/{subscription_id}/resume', { params, body: { effective_from: 'immediately' } }),
    cancel: () => paddle.POST('/subscriptions/{subscription_id}/cancel', { params, body: {} }),
  };
}

/** Types of events that the template's endpoint accepts; it answers any other with 400, so it must not be sent others. */
export const acceptedEvents = ['subscription.created', 'subscription.updated', 'subscription.canceled'] as const;
