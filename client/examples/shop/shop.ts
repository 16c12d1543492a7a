import express, { type Express, type Request, type Response } from 'express';
import { createWebhookHandler, type PaddleClient, PaddleRequestError } from '../../index.ts';
import type { Plan } from './catalogue.ts';
import { type Subscription, Subscriptions } from './subscriptions.ts';

/** Paddle's side of the shop. */
export interface ShopOptions {
  readonly paddle: PaddleClient;
  /** Client-side token, for Paddle.js. */
  readonly clientToken: string;
  /** Secret of the webhook's destination. */
  readonly webhookSecret: string;
  readonly plans: readonly Plan[];
  /** Returns the signed-in user. */
  readonly userOf: (request: Request) => { readonly id: string; readonly email: string };
}

/** Creates a shop that sells a subscription: pages in `public/`, the webhook, and what the account page calls. */
export function createShop({ paddle, clientToken, webhookSecret, plans, userOf }: ShopOptions): Express {
  const app = express();
  const subscriptions = new Subscriptions();
  const { follow } = subscriptions;
  const webhooks = createWebhookHandler({
    secret: webhookSecret,
    on: { 'subscription.created': follow, 'subscription.updated': follow, 'subscription.canceled': follow },
  });
  // Before express.json(), since the signature covers the raw body.
  app.post('/webhooks/paddle', webhooks.express);
  app.use(express.json());
  app.use(express.static(`${import.meta.dirname}/public`));
  // A bundler would put the package into the page's script.
  app.use('/paddle-js', express.static(folderOf(import.meta.resolve('@paddle/paddle-js'))));

  app.get('/api/shop', (request, response) => {
    response.json({ clientToken, plans, user: userOf(request) });
  });
  app.get('/api/account', (request, response) => {
    const subscription = subscriptions.of(userOf(request).id) ?? null;
    const plan = plans.find(({ priceId }) => priceId === subscription?.priceId);
    response.json({ subscription, plan: plan?.name ?? null });
  });

  /** Serves a change of the user's subscription. */
  const change = (path: string, make: (subscription: Subscription, request: Request) => Promise<object>) =>
    app.post(path, async (request: Request, response: Response) => {
      const subscription = subscriptions.of(userOf(request).id);
      if (!subscription) return response.status(404).json({ message: 'You have no subscription.' });
      try {
        return response.json(await make(subscription, request));
      } catch (error) {
        if (!(error instanceof PaddleRequestError)) throw error;
        return response.status(409).json({ message: error.message });
      }
    });

  change('/api/plan', async ({ id }, { body }) => {
    const plan = plans.find(({ name }) => name === body?.plan);
    const items = [{ price_id: plan?.priceId ?? '', quantity: 1 }];
    const { data } = await paddle.PATCH('/subscriptions/{subscription_id}', {
      params: { path: { subscription_id: id } },
      body: { items, proration_billing_mode: 'prorated_immediately' },
    });
    return { status: data.status };
  });
  change('/api/pause', async ({ id }) => {
    const params = { path: { subscription_id: id } };
    const { data } = await paddle.POST('/subscriptions/{subscription_id}/pause', { params, body: {} });
    return { status: data.status };
  });
  change('/api/portal', async ({ id, customerId }) => {
    const { data } = await paddle.POST('/customers/{customer_id}/portal-sessions', {
      params: { path: { customer_id: customerId } },
      body: { subscription_ids: [id] },
    });
    return { url: data.urls.general.overview };
  });
  return app;
}

function folderOf(module: string): string {
  return decodeURIComponent(new URL('.', module).pathname);
}
