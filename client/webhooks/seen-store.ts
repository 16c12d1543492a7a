/** What came of the wish to process an event. */
export type Claim =
  /**
   * It is yours until the lease runs out. The lease is the proof: a text that no other claim has. `again` is whether the
   * event was claimed before and never completed, as after a failure or a crash: it is owed to its listener.
   */
  | { readonly outcome: 'claimed'; readonly lease: string; readonly again: boolean }
  /** It was processed already. */
  | { readonly outcome: 'done' }
  /** Someone else is processing it, or died doing so and the lease still runs. */
  | { readonly outcome: 'busy' };

/** An event that was claimed again by {@link SeenStore.takeOverdue}. */
export interface OverdueEvent {
  readonly eventId: string;
  readonly lease: string;
  /** The body of the webhook, as it was claimed with. */
  readonly body: string;
}

/**
 * Remembers which events were processed, so that each is processed once although Paddle may send it many times.
 *
 * A claim is a lease, not a mark: who dies in the midst of processing leaves no event behind that nobody may touch.
 * Choose the lease longer than processing takes, and much shorter than Paddle goes on retrying, which in the sandbox is
 * 15 minutes. Where a lease has run out, two may be processing the same event. So whoever writes should complete the
 * event in the same database transaction, and roll back where the lease is no longer theirs; the repository's example
 * `sync-subscriptions.ts` does so.
 *
 * Keep what is done for 90 days: as long as Paddle keeps events and can be asked to replay them.
 */
export interface SeenStore {
  /** Claims an event, in one step: of two at once, one gets it. A failed one may be claimed again at once. */
  claim(eventId: string, body: string): Promise<Claim>;
  /** Marks the event as processed, for ever. Does nothing where the lease is no longer the event's. */
  complete(eventId: string, lease: string): Promise<void>;
  /** Gives a claim back, since processing failed. Does nothing where the lease is no longer the event's. */
  release(eventId: string, lease: string): Promise<void>;
  /**
   * Claims events that were neither completed nor are in anyone's hands: a lease ran out, or was released. Only a store
   * that keeps events over a crash of the process has this. It lets the handler answer before it processes.
   */
  takeOverdue?(limit: number): Promise<readonly OverdueEvent[]>;
}
