import { createWebhookHandler } from '../webhooks/create-webhook-handler.ts';
import type { WebhookHandlerOptions, WebhookProblem } from '../webhooks/webhook-handler.ts';
import { deliveryOf, webhookSecret } from './webhook-requests.ts';

/** Creates a handler that records processed events and problems. */
export function receiver(options: Partial<WebhookHandlerOptions> = {}) {
  const processed: string[] = [];
  const problems: WebhookProblem[] = [];
  const handler = createWebhookHandler({
    secret: webhookSecret,
    on: { 'customer.updated': (event) => processed.push(event.data.email) },
    onError: (problem) => problems.push(problem),
    ...options,
  });
  const deliver = async (event: object): Promise<string> => answerOf(await handler.fetch(await deliveryOf(event)));
  return { handler, processed, problems, deliver };
}

export async function answerOf(response: Response): Promise<string> {
  return `${response.status} ${await response.text()}`;
}

/** Returns a promise that listeners can wait for, and the function that resolves it. */
export function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { wait: promise, open: resolve };
}
