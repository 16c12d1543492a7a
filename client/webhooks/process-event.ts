import { isRecord } from '../errors/error-envelope.ts';
import { eventOrder } from './event-order.ts';
import type { PaddleEvent } from './paddle-event.ts';
import type { NewestStore } from './stores/newest-store.ts';
import type { SeenStore } from './stores/seen-store.ts';
import { createTurns } from './turns.ts';
import type { WebhookDelivery, WebhookProblem } from './webhook-handler.ts';

/** What is called for an event. */
export type Listener = (event: PaddleEvent, delivery: WebhookDelivery) => unknown;

interface Processing {
  /** Whom to call for events of a type. */
  readonly listenerFor: (eventType: string) => Listener | undefined;
  readonly seen: SeenStore;
  /** `null`: listeners are called in the order that events come in. */
  readonly newest: NewestStore | null;
  readonly report: (problem: WebhookProblem) => void;
}

/** `dropped`: completed without a listener, since a newer event of the same entity was processed before. */
export type Outcome = 'completed' | 'dropped' | 'failed';

/** An event to process, and the claim that it is processed under. */
export interface Claimed {
  readonly lease: string;
  /** Whether the event was claimed before and never completed. */
  readonly again: boolean;
}

/** Makes the step from a claimed event to a completed one, or to one that may be claimed again. Never rejects. */
export function createProcessing({ listenerFor, seen, newest, report }: Processing) {
  const inTurn = createTurns();

  async function listen(event: PaddleEvent, { lease, again }: Claimed): Promise<'completed' | 'dropped'> {
    const listener = listenerFor(event.event_type);
    const id = isRecord(event.data) ? event.data.id : undefined;
    if (!listener) return 'completed';
    if (newest === null || typeof id !== 'string') {
      await listener(event, { lease, overtaken: false });
      return 'completed';
    }
    return inTurn(id, async () => {
      const order = eventOrder(event);
      const known = (await newest.read(id)) ?? '';
      // Its own order: its listener was through, and only completing it failed.
      if (known === order) return 'completed';
      // An event that failed before is owed to its listener, whatever came by in the meantime.
      if (known > order && !again) return 'dropped';
      await listener(event, { lease, overtaken: known > order });
      await newest.advance(id, order);
      return 'completed';
    });
  }

  return async (event: PaddleEvent, claimed: Claimed): Promise<Outcome> => {
    const { lease } = claimed;
    try {
      const outcome = await listen(event, claimed);
      await seen.complete(event.event_id, lease);
      if (outcome === 'dropped') report({ kind: 'dropped', event });
      return outcome;
    } catch (error) {
      report({ kind: 'failed', error, event });
    }
    try {
      await seen.release(event.event_id, lease);
    } catch (error) {
      // The lease runs out by itself.
      report({ kind: 'failed', error, event });
    }
    return 'failed';
  };
}
