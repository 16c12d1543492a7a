import type { Payload } from '../contract/operations.ts';

type Entity = Payload['data'];

/** An application that keeps copies of entities from webhooks. */
export type Consumer = {
  receive(event: Payload): void;
  /** Copies by ID. */
  readonly copies: ReadonlyMap<string, Entity>;
};

/**
 * Follows Paddle's advice: ignores duplicates by `event_id`, and events older than the copy by `occurred_at`, then
 * `event_id`.
 *
 * @see https://developer.paddle.com/webhooks/respond-to-webhooks
 */
export function carefulConsumer(): Consumer {
  const seen = new Set<string>();
  const newest = new Map<string, string>();
  const copies = new Map<string, Entity>();
  return {
    copies,
    receive(event) {
      if (seen.has(event.event_id)) return;
      seen.add(event.event_id);
      const [id, place] = [idIn(event), placeOf(event)];
      if ((newest.get(id) ?? '') > place) return;
      newest.set(id, place);
      copies.set(id, event.data);
    },
  };
}

/** Keeps the last received state, as a first webhook handler often does. */
export function naiveConsumer(): Consumer {
  const copies = new Map<string, Entity>();
  return { copies, receive: (event) => void copies.set(idIn(event), event.data) };
}

function idIn({ data }: Payload): string {
  return String(data['id']);
}

/** Sort key by time, then ID. Fractions of seconds may have any number of digits. */
function placeOf({ occurred_at, event_id }: Payload): string {
  const [seconds = '', fraction = ''] = occurred_at.replace('Z', '').split('.');
  return `${seconds}.${fraction.padEnd(9, '0')} ${event_id}`;
}
