import type { UsageError } from '../usage-error.ts';
import type { NewestStore } from './newest-store.ts';
import type { NodeRequest, NodeResponse } from './node-request.ts';
import type { EventTypeName, GuideWebhooks, PaddleEvent, PaddleEventOf } from './paddle-event.ts';
import type { SeenStore } from './seen-store.ts';
import type { VerifyOptions, WebhookRefusal } from './verify-webhook.ts';

/** What a listener learns besides the event. */
export interface WebhookDelivery {
  /** The claim under which the event is processed, for completing it in the listener's own transaction. */
  readonly lease: string;
  /**
   * Under `drop-older`: whether a newer event of the same entity was processed while this one failed. Its data are out of
   * date, so do what the event asks for, and leave a copy of the entity as it is. Otherwise always `false`.
   */
  readonly overtaken: boolean;
}

/**
 * What to do for each type of event. A listener that returns has processed its event; one that throws, or whose promise
 * rejects, has not. Listeners may be called again for an event where a process died before it could say that it was
 * done, so what they do should do no harm when done twice.
 */
export type WebhookListeners<Webhooks extends object = GuideWebhooks> = {
  readonly [Type in EventTypeName<Webhooks>]?: (
    event: PaddleEventOf<Type, Webhooks>,
    delivery: WebhookDelivery,
  ) => unknown;
};

/**
 * What went wrong.
 *
 * - `refused`: a request that is no webhook of Paddle's, or whose body is too large. Anyone on the internet may cause it.
 * - `misused`: the handler cannot work as it is mounted, such as behind a parser that has eaten the raw body.
 * - `dropped`: no error. Under `drop-older`, a listener was not called for an event, since a newer one of the same entity
 *   had been processed. Default: `console.warn`.
 * - `failed`: a listener or a store failed, or the request broke off. `event` is `null` where none was read yet.
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

/** What {@link createWebhookHandler} takes. */
export interface WebhookHandlerOptions<Webhooks extends object = GuideWebhooks> extends VerifyOptions {
  /** The destination's `endpoint_secret_key`; several while a secret is being replaced. */
  readonly secret: string | readonly string[];
  /** What to do for each type of event. */
  readonly on: WebhookListeners<Webhooks>;
  /** What to do for all other types, those that are not known yet included. Default nothing. */
  readonly otherwise?: (event: PaddleEvent<Webhooks>, delivery: WebhookDelivery) => unknown;
  /** Which events were processed. Default `createMemorySeenStore()`, which only one process knows. */
  readonly seen?: SeenStore;
  /**
   * When Paddle gets its 200, after which it never sends the event again.
   *
   * - `process-then-answer`: when the event was processed. Whatever fails, or ends the process, leads to a retry by
   *   Paddle. What takes longer than `answerWithinMs` is answered with 503 and goes on; the retry then meets an event
   *   that is done.
   * - `answer-then-process`: when the event was verified and claimed. Paddle retries nothing, so it is up to `seen` to
   *   keep the event until it was processed, and to you to call `resume`. With a store that does not keep events, such
   *   as the one in memory, an event whose processing fails is lost.
   *
   * The default answers as soon as the event can no longer be lost: `answer-then-process` with a store that keeps
   * events, which is one with `takeOverdue`; `process-then-answer` with any other.
   */
  readonly mode?: 'process-then-answer' | 'answer-then-process';
  /**
   * How long `process-then-answer` waits for processing, in milliseconds. Default 4,000: Paddle counts no answer within
   * five seconds as a failure.
   */
  readonly answerWithinMs?: number;
  /**
   * `drop-older` calls no listener for an event that is older than the newest one of the same entity that a listener has
   * processed. Such an event is answered with `dropped`, and `onError` is told. Nothing else is lost: an event whose
   * listener failed gets to it again although newer ones came by, with `overtaken` set; events without a listener do not
   * count. One event of an entity is processed at a time. For listeners that keep a copy of the entity; one that waits for
   * a certain event, such as `subscription.created`, may be passed over. It compares within one process; for several,
   * compare in the database. Default `as-received`.
   */
  readonly ordering?: 'as-received' | 'drop-older';
  /** How new the newest events are, for `drop-older`. Default `createMemoryNewestStore()`. */
  readonly newest?: NewestStore;
  /** The largest body that is read, in bytes. Default 2 MiB; the largest of Paddle's are some ten kilobytes. */
  readonly maxBodyBytes?: number;
  /** Is told of everything that went wrong, and of what `drop-older` dropped. Default `console.error`. */
  readonly onError?: (problem: WebhookProblem) => void;
}

/** A receiver of webhooks for the common servers. Its functions need no `this`. */
export interface WebhookHandler {
  /**
   * For servers that take a `Request` and give a `Response`. Pass a `waitUntil`, such as the context of a worker, where
   * the runtime would otherwise stop what goes on after the answer.
   */
  readonly fetch: (request: Request, runtime?: { waitUntil?: (work: Promise<unknown>) => void }) => Promise<Response>;
  /** For Express: `app.post('/webhooks', handler.express)`, with `express.raw` before it or no parser at all. */
  readonly express: (request: NodeRequest, response: NodeResponse) => Promise<void>;
  /** For `node:http`: `createServer(handler.node)`, or called for one path. */
  readonly node: (request: NodeRequest, response: NodeResponse) => Promise<void>;
  /**
   * Processes events that were claimed and never completed, because a listener failed or a process died: call it at
   * the start and now and then. Takes up to `limit` events, 100 by default, one after the other: as many as are done
   * before a lease runs out.
   *
   * @throws UsageError (rejects) where the store keeps no events.
   */
  readonly resume: (limit?: number) => Promise<{ readonly completed: number; readonly failed: number }>;
  /** Resolves when nothing is being processed. For tests and for shutting down, after the server was closed. */
  readonly idle: () => Promise<void>;
}
