import { isRecord } from '../errors/error-envelope.ts';
import { eventOrder } from './event-order.ts';
import type { PaddleEvent } from './paddle-event.ts';
import type { NewestStore } from './stores/newest-store.ts';
import type { SeenStore } from './stores/seen-store.ts';
import type { WebhookDelivery, WebhookProblem } from './webhook-handler.ts';

export type Listener = (event: PaddleEvent, delivery: WebhookDelivery) => unknown;

interface Processing {
  readonly listenerFor: (eventType: string) => Listener | undefined;
  readonly seen: SeenStore;
  /** `null` if events are processed as received. */
  readonly newest: NewestStore | null;
  readonly report: (problem: WebhookProblem) => void;
}

/** `dropped`: completed without calling the listener, because a newer event of the same entity was processed. */
export type Outcome = 'completed' | 'dropped' | 'failed';

/** The claim under which an event is processed. */
export interface Claimed {
  readonly lease: string;
  /** True if the event was claimed before but not completed. */
  readonly again: boolean;
}

/** Creates the function that processes a claimed event and completes or releases its claim. It never rejects. */
export function createProcessing({ listenerFor, seen, newest, report }: Processing) {
  const sequentially = createQueues();

  async function listen(event: PaddleEvent, { lease, again }: Claimed): Promise<'completed' | 'dropped'> {
    const listener = listenerFor(event.event_type);
    const id = isRecord(event.data) ? event.data.id : undefined;
    if (!listener) return 'completed';
    if (newest === null || typeof id !== 'string') {
      await listener(event, { lease, overtaken: false });
      return 'completed';
    }
    return sequentially(id, async () => {
      const order = eventOrder(event);
      const known = (await newest.read(id)) ?? '';
      // The listener already succeeded for this event; only completing the claim failed.
      if (known === order) return 'completed';
      // An event that failed before is retried even if newer ones were processed since.
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
      // Without a release, the lease expires.
      report({ kind: 'failed', error, event });
    }
    return 'failed';
  };
}

/** Runs work of the same name sequentially, and of different names concurrently. */
function createQueues(): <Result>(name: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = last.get(name) ?? Promise.resolve();
    const result = before.then(work, work);
    last.set(name, result);
    try {
      return await result;
    } finally {
      if (last.get(name) === result) last.delete(name);
    }
  };
}
