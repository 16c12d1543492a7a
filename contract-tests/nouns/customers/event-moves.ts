import { isDeepStrictEqual } from 'node:util';
import { expect } from '../../law/expect.ts';
import { dataIn } from '../../lifecycles/answers.ts';
import type { Move } from '../../lifecycles/move.ts';
import type { Happened, State } from './model.ts';

/** Reads what happened since the last time: each change has its event, in order, and nothing else has one. */
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
        expect(found).toEqual(certainIn(state.happened.slice(read), found));
        const happened = [...state.happened.slice(0, read), ...found.map((one) => ({ ...one, isCertain: true }))];
        return { ...state, happened, read: happened.length, lastEvent: events.at(-1)?.event_id ?? state.lastEvent };
      },
    };
  },
};

type Event = { readonly event_id: string; readonly event_type: string; readonly data: unknown };

// What does not have them is no event, which the checks of every exchange find out.
function eventIn(json: Partial<Event>): Event {
  const { event_id = '', event_type = '', data } = json;
  return { event_id, event_type, data };
}

/** The events that have to be there, and those found that may be. A change that changes nothing may be one. */
function certainIn(happened: readonly Happened[], found: readonly Pick<Event, 'event_type' | 'data'>[]) {
  const expected: Pick<Event, 'event_type' | 'data'>[] = [];
  for (const { event_type, data, isCertain } of happened) {
    const next = found[expected.length];
    const isThere = next?.event_type === event_type && isDeepStrictEqual(next.data, data);
    if (isCertain || isThere) expected.push({ event_type, data });
  }
  return expected;
}
