import { isDeepStrictEqual } from 'node:util';
import { expect } from '../../law/expect.ts';
import { dataIn } from '../../lifecycles/expectations.ts';
import type { Move } from '../../lifecycles/move.ts';
import type { ExpectedEvent, State } from './model.ts';

/** Reads the events since the last time: each change has one event, in order, and there are no others. */
export const readEvents: Move<State> = {
  text: 'listEvents()',
  plan({ lastEvent, read }) {
    const query = { per_page: 200, order_by: 'id[ASC]', ...(lastEvent === null ? {} : { after: lastEvent }) };
    return {
      send: (account) => account.send('listEvents', { query }),
      next(state, { body }) {
        const data = dataIn(body);
        const events = Array.isArray(data) ? data.map(eventIn) : [];
        const found = events.map(({ event_type, data: entity }) => ({ event_type, data: entity }));
        expect(found).toEqual(certainIn(state.expectedEvents.slice(read), found));
        const expectedEvents = [
          ...state.expectedEvents.slice(0, read),
          ...found.map((one) => ({ ...one, isCertain: true })),
        ];
        return {
          ...state,
          expectedEvents,
          read: expectedEvents.length,
          lastEvent: events.at(-1)?.event_id ?? state.lastEvent,
        };
      },
    };
  },
};

type Event = { readonly event_id: string; readonly event_type: string; readonly data: unknown };

// Defaults are enough, since the checks of every exchange report malformed events.
function eventIn(json: Partial<Event>): Event {
  const { event_id = '', event_type = '', data } = json;
  return { event_id, event_type, data };
}

/** Returns the certain events, and the optional ones that were found. Updates without a change have optional events. */
function certainIn(expectedEvents: readonly ExpectedEvent[], found: readonly Pick<Event, 'event_type' | 'data'>[]) {
  const expected: Pick<Event, 'event_type' | 'data'>[] = [];
  for (const { event_type, data, isCertain } of expectedEvents) {
    const next = found[expected.length];
    const isThere = next?.event_type === event_type && isDeepStrictEqual(next.data, data);
    if (isCertain || isThere) expected.push({ event_type, data });
  }
  return expected;
}
