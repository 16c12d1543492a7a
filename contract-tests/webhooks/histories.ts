import fc, { type Arbitrary } from 'fast-check';
import type { Payload } from '../contract/operations.ts';
import { createCustomer } from '../nouns/arrange.ts';
import type { Account } from '../targets/account.ts';

/** A change of a customer, and the arrivals of its event. The first change creates the customer. */
export type Change = {
  /** Milliseconds since the previous change of any customer. */
  readonly after: number;
  /** Time of the event's last arrival. */
  readonly comesAt: number;
  /** Earlier arrivals, as distances from the last one. */
  readonly alsoBefore: readonly number[];
};

/** Changes of a few customers, made in turn. */
export type History = readonly (readonly Change[])[];

/**
 * Histories with reordered, repeated and late events.
 *
 * Each part shrinks independently of the others, so that shrinking always ends at the same smallest history.
 */
export const histories: Arbitrary<History> = fc.array(
  fc.array(
    fc.record({
      after: fc.constantFrom(0, 1, 500, 1000),
      comesAt: fc.nat(9),
      alsoBefore: fc.array(fc.nat(5), { maxLength: 2 }),
    }),
    { maxLength: 5 },
  ),
  { maxLength: 3 },
);

/** The changes of a history in the order of their execution. */
function turnsOf(history: History): { customer: number; change: Change }[] {
  const rounds = Math.max(0, ...history.map((changes) => changes.length));
  return Array.from({ length: rounds }, (_, round) =>
    history.flatMap((changes, customer) => {
      const change = changes[round];
      return change ? [{ customer, change }] : [];
    }),
  ).flat();
}

/** Makes the changes one after the other. @returns the IDs of the customers */
export async function playHistory(account: Account, history: History): Promise<string[]> {
  const ids = new Map<number, string>();
  for (const [nth, { customer, change }] of turnsOf(history).entries()) {
    if (change.after > 0) await account.target.can.clock?.advance(account, { milliseconds: change.after });
    const customer_id = ids.get(customer);
    if (customer_id === undefined) ids.set(customer, (await createCustomer(account)).id);
    else await account.call('updateCustomer', { path: { customer_id }, body: { name: `Change ${nth}` } });
  }
  return [...ids.values()];
}

/**
 * The events of a history in the order of their arrival; simultaneous ones keep the order of their changes.
 *
 * @param events one for each change, in the order of the changes.
 */
export function arrivals(events: readonly Payload[], history: History): Payload[] {
  return turnsOf(history)
    .flatMap(({ change: { comesAt, alsoBefore } }, index) => {
      const event = events[index];
      return event ? [...alsoBefore.map((earlier) => comesAt - earlier), comesAt].map((time) => ({ time, event })) : [];
    })
    .toSorted((one, other) => one.time - other.time)
    .map(({ event }) => event);
}
