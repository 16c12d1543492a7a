import type { Payload } from '../contract/operations.ts';

type Entity = Payload['data'];

/** An application that keeps copies of entities by what it is sent. */
export type Consumer = {
  receive(event: Payload): void;
  /** The entities as it knows them, by ID. */
  readonly copies: ReadonlyMap<string, Entity>;
};

/**
 * Keeps copies as Paddle tells receivers to: an event counts once, by its `event_id`, and never undoes a newer one of
 * the same entity, by `occurred_at` and then `event_id`.
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

/** Believes whatever came last, as a first attempt at a webhook handler does. */
export function naiveConsumer(): Consumer {
  const copies = new Map<string, Entity>();
  return { copies, receive: (event) => void copies.set(idIn(event), event.data) };
}

function idIn({ data }: Payload): string {
  return String(data['id']);
}

/** Text that sorts by time of the event, then by ID. Fractions of seconds have any number of digits, or are missing. */
function placeOf({ occurred_at, event_id }: Payload): string {
  const [seconds = '', fraction = ''] = occurred_at.replace('Z', '').split('.');
  return `${seconds}.${fraction.padEnd(9, '0')} ${event_id}`;
}
