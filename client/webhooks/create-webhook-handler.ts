import { UsageError } from '#openapi/text/usage-error.ts';
import { headerIn, type NodeRequest, type NodeResponse } from './node-request.ts';
import type { GuideWebhooks } from './paddle-event.ts';
import { createProcessing, type Listener } from './process-event.ts';
import { readFetchBody, readNodeBody } from './read-body.ts';
import { readEvent } from './read-event.ts';
import { createReceiving } from './receive-webhook.ts';
import { createReport } from './report-problem.ts';
import { verifyWebhook } from './signature/verify-webhook.ts';
import { listSecrets } from './signature/webhook-secrets.ts';
import { createMemorySeenStore } from './stores/memory-seen-store.ts';
import { createMemoryNewestStore } from './stores/newest-store.ts';
import type { WebhookHandler, WebhookHandlerOptions } from './webhook-handler.ts';

/**
 * Creates a receiver of webhooks. It reads and verifies the raw body, processes each event once, calls the listener
 * of its type and responds as Paddle expects. It never throws or rejects because of a request.
 *
 * Responses: 200 for an event that was processed or safely stored (see `mode`), or is a duplicate. Paddle retries
 * after any other: 401 for a failed verification, 400 for a body that is not an event, 405, 413; 500 for a failed
 * listener or store, or a body that was already parsed; 503 while the event is still being processed.
 *
 * @typeParam Webhooks - `GuideWebhooks` (default) or `OfficialWebhooks`: the profile of the payloads.
 * @throws UsageError for an invalid secret or number.
 * @example
 * ```ts
 * import { createWebhookHandler, type WebhookHandler } from 'paddle-paddock/client';
 *
 * export function mount(app: { post(path: string, listener: WebhookHandler['express']): void }, secret: string): void {
 *   const handler = createWebhookHandler({
 *     secret,
 *     on: {
 *       'customer.updated': (event) => console.log(event.data.email),
 *       'subscription.canceled': async (event) => console.log(event.data.customer_id),
 *     },
 *     otherwise: (event) => console.log(`Nothing to do for ${event.event_type}`),
 *   });
 *   app.post('/webhooks/paddle', handler.express);
 * }
 * ```
 */
export function createWebhookHandler<Webhooks extends object = GuideWebhooks>(
  options: WebhookHandlerOptions<Webhooks>,
): WebhookHandler {
  const { seen = createMemorySeenStore(), ordering, answerWithinMs = 4_000, maxBodyBytes = 2 * 1024 * 1024 } = options;
  const secrets = listSecrets(options.secret);
  for (const [name, number] of Object.entries({ answerWithinMs, maxBodyBytes })) {
    if (!(number > 0)) throw new UsageError(`Could not create the webhook handler: ${name} must be positive.`);
  }
  const mode = options.mode ?? (seen.takeOverdue ? 'answer-then-process' : 'process-then-answer');
  const newest = ordering === 'drop-older' ? (options.newest ?? createMemoryNewestStore()) : null;
  const report = createReport(options.onError);
  const pending = trackPending();
  const process = createProcessing({ listenerFor: listenersOf(options), seen, newest, report });
  const receive = createReceiving({
    verify: (body, header) => verifyWebhook(body, header, secrets, options),
    process: (event, claimed) => pending.add(process(event, claimed)),
    seen,
    answerFirst: mode === 'answer-then-process',
    answerWithinMs,
    maxBodyBytes,
    report,
  });

  async function answerNode(request: NodeRequest, response: NodeResponse): Promise<void> {
    const { status, text, headers, after } = await receive({
      method: request.method,
      signatureHeader: headerIn(request.headers, 'paddle-signature'),
      readBody: (maxBytes) => readNodeBody(request, maxBytes),
    });
    response.statusCode = status;
    response.setHeader('Content-Type', 'text/plain');
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
    // Closes the connection, since the rest of a body that is too large is not read.
    if (status === 413) response.setHeader('Connection', 'close');
    response.end(text);
    // Not awaited, since servers may wait for the returned promise.
    void after?.();
  }

  return {
    express: answerNode,
    node: answerNode,
    fetch: async (request, runtime) => {
      const { status, text, headers, after } = await receive({
        method: request.method,
        signatureHeader: request.headers.get('Paddle-Signature'),
        readBody: (maxBytes) => readFetchBody(request, maxBytes),
      });
      if (after) {
        // Starts after a turn of the event loop, in which the response is sent.
        const work = pending.add(new Promise((resolve) => setTimeout(resolve)).then(after));
        runtime?.waitUntil?.(work);
      }
      return new Response(text, { status, headers: { 'Content-Type': 'text/plain', ...headers } });
    },
    resume: async (limit = 100) => {
      if (!seen.takeOverdue) {
        throw new UsageError(
          'Could not resume: the seen store does not keep events. Use a store with takeOverdue, such as a database.',
        );
      }
      const outcomes = { completed: 0, failed: 0 };
      for (const { eventId, lease, body } of await seen.takeOverdue(limit)) {
        const read = readEvent(body);
        if (!read) throw new UsageError(`Could not resume ${eventId}: the store did not keep its body unchanged.`);
        const outcome = await pending.add(process(read.event, { lease, again: true }));
        outcomes[outcome === 'failed' ? 'failed' : 'completed'] += 1;
      }
      return outcomes;
    },
    idle: pending.idle,
  };
}

function listenersOf<Webhooks extends object>({ on, otherwise }: WebhookHandlerOptions<Webhooks>) {
  // The casts hold since each listener is stored under the type of its events.
  const listeners = new Map(Object.entries(on)) as ReadonlyMap<string, Listener>;
  return (eventType: string) => listeners.get(eventType) ?? (otherwise as Listener | undefined);
}

/** Tracks pending work, so that callers can wait until none is left. */
function trackPending() {
  const pending = new Set<Promise<unknown>>();
  return {
    /** The work must not reject. */
    add: <Result>(work: Promise<Result>): Promise<Result> => {
      pending.add(work);
      return work.finally(() => pending.delete(work));
    },
    /** Resolves when no work is pending, including work that was added while waiting. */
    idle: async (): Promise<void> => {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
