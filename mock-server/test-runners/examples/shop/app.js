import express from 'express';
import { createWebhookHandler, isPaddleError } from 'paddle-paddock/client';
import { signUp } from './sign-up.js';

/** The shop: users sign up, and lose access when their subscription ends. */
export function createApp() {
  /** @type {Set<string>} */
  const ended = new Set();
  const webhooks = createWebhookHandler({
    secret: process.env.PADDLE_WEBHOOK_SECRET ?? '',
    on: { 'subscription.canceled': ({ data }) => void ended.add(data.customer_id) },
  });
  const app = express();
  app.post('/webhooks', webhooks.express);
  app.post('/sign-up', express.json(), async ({ body }, response) => {
    response.status(201).json({ customer: await signUp(body) });
  });
  app.get('/access/:customer', ({ params }, response) => {
    response.json({ access: !ended.has(params.customer) });
  });
  app.use(answerRefusals);
  return app;
}

/**
 * @param {unknown} error
 * @param {express.Request} _request
 * @param {express.Response} response
 * @param {express.NextFunction} next
 */
function answerRefusals(error, _request, response, next) {
  if (isPaddleError(error, 'bad_request')) response.status(422).json({ errors: error.errors });
  else next(error);
}
