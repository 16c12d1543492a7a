import { createWebhookHandler } from '../webhooks/create-webhook-handler.ts';
import type { WebhookHandlerOptions, WebhookProblem } from '../webhooks/webhook-handler.ts';
import { deliveryOf, webhookSecret } from './webhook-requests.ts';

/** A handler that notes which events it processes and what goes wrong. */
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

/** Status and text of an answer. */
export async function answerOf(response: Response): Promise<string> {
  return `${response.status} ${await response.text()}`;
}

/** Something that a listener can wait for, until it is let go. */
export function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { wait: promise, open: resolve };
}
