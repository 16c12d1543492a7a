import type { UsageError } from '#openapi/text/usage-error.ts';
import type { NodeRequest, NodeResponse } from './node-request.ts';
import type { EventTypeName, GuideWebhooks, PaddleEvent, PaddleEventOf } from './paddle-event.ts';
import type { VerifyOptions, WebhookRefusal } from './signature/verify-webhook.ts';
import type { NewestStore } from './stores/newest-store.ts';
import type { SeenStore } from './stores/seen-store.ts';

/** The second argument of a listener. */
export interface WebhookDelivery {
  /** The lease of the claim, for completing the event in the listener's own transaction. */
  readonly lease: string;
  /**
   * With `drop-older`: true if a newer event of the same entity was processed after this one failed. Its data are
   * outdated, so process the event, but do not overwrite your copy of the entity. Otherwise always `false`.
   */
  readonly overtaken: boolean;
}

/**
 * Listeners by event type. An event is processed when its listener returns or its promise resolves. After a crash a
 * listener can be called again for the same event, so it should be idempotent.
 */
export type WebhookListeners<Webhooks extends object = GuideWebhooks> = {
  readonly [Type in EventTypeName<Webhooks>]?: (
    event: PaddleEventOf<Type, Webhooks>,
    delivery: WebhookDelivery,
  ) => unknown;
};

/**
 * A problem with a request, the handler or an event.
 *
 * - `refused`: a request that is not a valid webhook, or is too large. Anyone on the internet can cause it.
 * - `misused`: the handler is mounted wrongly, for example behind a body parser.
 * - `dropped`: not an error. With `drop-older`, an event was ignored because a newer one of the same entity had been
 *   processed. Default: `console.warn`.
 * - `failed`: a listener or store failed, or the request was cut off. `event` is `null` if it was not read yet.
 */
export type WebhookProblem =
  | {
      readonly kind: 'refused';
      readonly refusal: WebhookRefusal | (Omit<WebhookRefusal, 'reason'> & { readonly reason: 'too_large' });
    }
  | { readonly kind: 'misused'; readonly error: UsageError }
  | { readonly kind: 'dropped'; readonly event: { readonly event_id: string; readonly event_type: string } }
  | {
      readonly kind: 'failed';
      readonly error: unknown;
      readonly event: { readonly event_id: string; readonly event_type: string } | null;
    };

/** Options of {@link createWebhookHandler}. */
export interface WebhookHandlerOptions<Webhooks extends object = GuideWebhooks> extends VerifyOptions {
  /** The destination's `endpoint_secret_key`; several during a rotation. */
  readonly secret: string | readonly string[];
  /** Listeners by event type. */
  readonly on: WebhookListeners<Webhooks>;
  /** Listener for all other event types, including unknown ones. Default: none. */
  readonly otherwise?: (event: PaddleEvent<Webhooks>, delivery: WebhookDelivery) => unknown;
  /** Store of processed events. Default: `createMemorySeenStore()`, for a single process. */
  readonly seen?: SeenStore;
  /**
   * Time of the 200, after which Paddle does not send the event again.
   *
   * - `process-then-answer`: after the event was processed. Paddle retries after a failure or a crash. If processing
   *   takes longer than `answerWithinMs`, the response is 503 and processing continues; the retry then finds the event
   *   done.
   * - `answer-then-process`: after the event was verified and claimed. Paddle does not retry, so `seen` must keep the
   *   event until it is processed, and you must call `resume`. With a store that does not keep events, such as the one
   *   in memory, an event whose processing fails is lost.
   *
   * Default: `answer-then-process` if `seen` has `takeOverdue`, so that no event can be lost, else
   * `process-then-answer`.
   */
  readonly mode?: 'process-then-answer' | 'answer-then-process';
  /**
   * Longest time that `process-then-answer` waits, in milliseconds. Default: 4,000, since Paddle expects a response
   * within five seconds.
   */
  readonly answerWithinMs?: number;
  /**
   * `drop-older` ignores events that are older than the newest processed event of the same entity: the response is
   * `dropped`, and `onError` is called. An event whose listener failed is still retried after newer ones, with
   * `overtaken` set. Events without a listener do not count. One event of an entity is processed at a time. Use it
   * for listeners that copy the entity, not for listeners of a certain event such as `subscription.created`, which
   * may be dropped. It works within one process; with several, compare `eventOrder` in the database. Default:
   * `as-received`.
   */
  readonly ordering?: 'as-received' | 'drop-older';
  /** Store of the newest events, for `drop-older`. Default: `createMemoryNewestStore()`. */
  readonly newest?: NewestStore;
  /** Largest body, in bytes. Default: 2 MiB; Paddle's largest are some ten kilobytes. */
  readonly maxBodyBytes?: number;
  /** Called for each problem, and for events that `drop-older` drops. Default: `console.error`. */
  readonly onError?: (problem: WebhookProblem) => void;
}

/** A receiver of webhooks for common servers. Its functions do not depend on `this`. */
export interface WebhookHandler {
  /**
   * For servers with `Request` and `Response`. Pass a `waitUntil`, such as a worker's context, if the runtime would
   * otherwise stop processing after the response.
   */
  readonly fetch: (request: Request, runtime?: { waitUntil?: (work: Promise<unknown>) => void }) => Promise<Response>;
  /** For Express: `app.post('/webhooks', handler.express)`, after `express.raw` or without a body parser. */
  readonly express: (request: NodeRequest, response: NodeResponse) => Promise<void>;
  /** For `node:http`: `createServer(handler.node)`, or called for one path. */
  readonly node: (request: NodeRequest, response: NodeResponse) => Promise<void>;
  /**
   * Processes events that were claimed but not completed, because a listener failed or a process crashed. Call it at
   * startup and regularly. Processes up to `limit` events, 100 by default, one after the other, as long as a lease
   * lasts.
   *
   * @throws UsageError (rejects) if the store does not keep events.
   */
  readonly resume: (limit?: number) => Promise<{ readonly completed: number; readonly failed: number }>;
  /** Resolves when no event is being processed. For tests, and for shutting down after the server was closed. */
  readonly idle: () => Promise<void>;
}
