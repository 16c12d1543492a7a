/** The result of claiming an event. */
export type Claim =
  /**
   * The claim is yours until the lease expires. `lease` is unique to the claim. `again` is true if the event was
   * claimed before but not completed, after a failure or a crash.
   */
  | { readonly outcome: 'claimed'; readonly lease: string; readonly again: boolean }
  /** The event was already processed. */
  | { readonly outcome: 'done' }
  /** Another process holds the lease: it is processing the event, or crashed and the lease has not expired. */
  | { readonly outcome: 'busy' };

/** An event that was claimed again by {@link SeenStore.takeOverdue}. */
export interface OverdueEvent {
  readonly eventId: string;
  readonly lease: string;
  /** The body of the webhook, as passed to `claim`. */
  readonly body: string;
}

/**
 * Stores which events were processed, so that each is processed once although Paddle may deliver it several times.
 *
 * A claim is a lease, so that an event is not blocked for ever when a process crashes. Choose a lease longer than
 * processing takes, and much shorter than Paddle's retries, which last 15 minutes in the sandbox. After a lease
 * expired, two processes may work on the same event. So complete the event in the same database transaction as your
 * writes, and roll back if the lease is no longer yours; the repository's example `sync-subscriptions.ts` does so.
 *
 * Keep processed events for 90 days, as long as Paddle can replay them.
 */
export interface SeenStore {
  /**
   * Claims an event atomically: of two concurrent claims, one succeeds. A released event can be claimed again
   * immediately.
   */
  claim(eventId: string, body: string): Promise<Claim>;
  /** Marks the event as processed. Has no effect if the lease is no longer valid. */
  complete(eventId: string, lease: string): Promise<void>;
  /** Releases a claim after a failure. Has no effect if the lease is no longer valid. */
  release(eventId: string, lease: string): Promise<void>;
  /**
   * Claims unprocessed events without a valid lease. Implement it only in a persistent store. It lets the handler
   * respond before it processes.
   */
  takeOverdue?(limit: number): Promise<readonly OverdueEvent[]>;
}
