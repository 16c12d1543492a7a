import fc, { type Arbitrary } from 'fast-check';

/** A disturbance of the deliveries: an event comes later, or once more, by a number of places. */
export type Disturbance = {
  readonly event: number;
  readonly what: 'late' | 'again';
  readonly places: number;
};

/** A delivery of the event with this number, and the reason for its place. */
export type Delivery = { readonly event: number; readonly note: 'late' | 'again' | null };

/** Up to six disturbances of a number of events, which shrink to one of a single place. */
export function disturbances(events: number): Arbitrary<readonly Disturbance[]> {
  const one = fc.record({
    event: fc.nat({ max: events - 1 }),
    what: fc.constantFrom('late' as const, 'again' as const),
    places: fc.integer({ min: 1, max: events }),
  });
  return fc.array(one, { minLength: 1, maxLength: 6 });
}

/** Returns the deliveries of events in an order: an event that is late comes after the one whose place it takes. */
export function deliveriesOf(events: number, disturbed: readonly Disturbance[]): Delivery[] {
  const late = new Map<number, number>();
  for (const { event, what, places } of disturbed)
    if (what === 'late') late.set(event, Math.max(places, late.get(event) ?? 0));
  const placeOf = (event: number) => event + (late.has(event) ? (late.get(event) ?? 0) + 0.5 : 0);
  const first = Array.from({ length: events }, (_, event) => ({
    event,
    place: placeOf(event),
    note: late.has(event) && event < events - 1 ? ('late' as const) : null,
  }));
  const again = disturbed
    .filter(({ what }) => what === 'again')
    .map(({ event, places }) => ({ event, place: placeOf(event) + places + 0.5, note: 'again' as const }));
  return [...first, ...again].toSorted((one, other) => one.place - other.place);
}
