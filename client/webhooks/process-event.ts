import { isRecord } from '../error-envelope.ts';
import { eventOrder } from './event-order.ts';
import type { NewestStore } from './newest-store.ts';
import type { PaddleEvent } from './paddle-event.ts';
import type { SeenStore } from './seen-store.ts';
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

/** Makes the step from a claimed event to a completed one, or to one that may be claimed again. Never rejects. */
export function createProcessing({ listenerFor, seen, newest, report }: Processing) {
  const inTurn = createTurns();

  async function listen(event: PaddleEvent, lease: string): Promise<void> {
    const listener = listenerFor(event.event_type);
    const id = isRecord(event.data) ? event.data.id : undefined;
    if (newest === null || typeof id !== 'string') {
      await listener?.(event, { lease });
      return;
    }
    await inTurn(id, async () => {
      const order = eventOrder(event);
      // An equal one is this one: its listener was through, and only completing it failed.
      if (((await newest.read(id)) ?? '') >= order) return;
      await listener?.(event, { lease });
      await newest.advance(id, order);
    });
  }

  return async (event: PaddleEvent, lease: string): Promise<'completed' | 'failed'> => {
    try {
      await listen(event, lease);
      await seen.complete(event.event_id, lease);
      return 'completed';
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
