import { answerOf, type ControlClient } from '#openapi/control-plane/control-client.ts';
import type { ClockStart, Duration } from '../time/clock.ts';

/** An account's clock. In the mock's own process, `now` is synchronous. */
export type AccountClock<Now = Promise<Date>> = {
  /** Returns the account's time. */
  now(): Now;
  /** Sets, freezes or starts the clock. @throws UsageError for a time outside 1970 to 9999 */
  set(start: ClockStart): Promise<void>;
  /** Advances the clock, and runs everything that falls due. @throws UsageError for a negative duration */
  advance(length: Duration): Promise<void>;
};

export function createClock(control: ControlClient): AccountClock {
  return {
    now: async () => new Date((await answerOf(control.GET('/_paddock/clock'))).now),
    set: async ({ now, ...rest }) => {
      const body = { ...rest, ...(now !== undefined && { now: now instanceof Date ? now.toISOString() : now }) };
      await control.PUT('/_paddock/clock', { body });
    },
    advance: async (length) => {
      await control.POST('/_paddock/clock/advance', { body: length });
    },
  };
}
