import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventOrder } from './event-order.ts';
import { sortableInstant } from './sortable-instant.ts';

/** A time in nanoseconds, and its text as Paddle formats it, without trailing zeros. */
const instant = fc
  .tuple(fc.integer({ min: 0, max: 4_102_444_799 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([seconds, nanoseconds]) => {
    const fraction = String(nanoseconds).padStart(9, '0').replace(/0+$/, '');
    const text = new Date(seconds * 1000).toISOString().slice(0, 19);
    return {
      nanoseconds: BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds),
      text: `${text}${fraction && '.'}${fraction}Z`,
    };
  });

describe('eventOrder', () => {
  test('sorts as time does, to the nanosecond', () => {
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const order = (one: typeof a) => eventOrder({ occurred_at: one.text, event_id: 'evt_1' });
        expect(order(a) < order(b)).toBe(a.nanoseconds < b.nanoseconds);
      }),
    );
  });

  test.for([
    ['2026-07-01T00:00:00.5Z', '2026-07-01T00:00:00.51Z'],
    ['2026-07-01T00:00:00Z', '2026-07-01T00:00:00.000001Z'],
    ['2026-07-01T00:00:00.123456Z', '2026-07-01T00:00:00.1234561Z'],
    ['2026-07-01T02:00:00+02:00', '2026-07-01T00:00:00.1Z'],
  ] as const)('puts %s before %s, whatever the IDs', ([earlier, later]) => {
    const first = eventOrder({ occurred_at: earlier, event_id: 'evt_9' });
    expect(first < eventOrder({ occurred_at: later, event_id: 'evt_1' })).toBe(true);
  });

  test('puts events that occurred at once in the order of their IDs', () => {
    const occurred_at = '2026-07-01T00:00:00.5Z';
    const [one, two] = ['evt_1', 'evt_2'].map((event_id) => eventOrder({ occurred_at, event_id }));
    expect(one && two && one < two).toBe(true);
  });

  test('refuses a malformed time', () => {
    expect(() => eventOrder({ occurred_at: 'yesterday', event_id: 'evt_1' })).toThrow(/evt_1.*yesterday/);
  });
});

test.for(['', 'yesterday', '2026-07-01', '2026-07-01T00:00:00', '2026-13-01T00:00:00Z', ' 2026-07-01T00:00:00Z'])(
  '%j is no instant',
  (text) => {
    expect(sortableInstant(text)).toBeNull();
  },
);
