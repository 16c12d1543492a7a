import { UsageError } from '#openapi/text/usage-error.ts';

/** What is kept of a clock: how far it is from real time, and where it stands if it does not run. Milliseconds. */
export type ClockState = { offset: number; frozenAt: number | null };

/** Initial state of a clock: by default the real time; with `frozen`, it stops until it is advanced. */
export type ClockStart = { now?: string | Date; frozen?: boolean };

/** The latest time that RFC 3339 can write. */
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * An account's clock: real time plus an offset, or frozen. All time of the emulated API is read from it, except the
 * stamps of webhook signatures, which are the machine's.
 */
export class Clock {
  #state: ClockState;
  #advanced = 0;
  #shown: number | undefined;

  constructor(state: ClockState = { offset: 0, frozenAt: null }) {
    this.#state = state;
  }

  /** Milliseconds since 1970 of the account's time. */
  now(): number {
    return this.#shown ?? this.#state.frozenAt ?? Math.min(latest, Date.now() + this.#state.offset);
  }

  /** Shows another time while something is done, such as the time that it was due at. */
  showing(time: number, work: () => void): void {
    this.#shown = time;
    try {
      work();
    } finally {
      this.#shown = undefined;
    }
  }

  /**
   * Milliseconds that passed for a rate limit: real time, which does not stand still where the clock is frozen, plus
   * what the clock was advanced by. Whole ones, since with fractions a minute later may be more than a minute away.
   */
  elapsed(): number {
    return Math.floor(performance.now() + this.#advanced);
  }

  get frozen(): boolean {
    return this.#state.frozenAt !== null;
  }

  /** Whether time passes by itself: not on a frozen clock, nor at the end of the year 9999, where every clock stops. */
  get runs(): boolean {
    return !this.frozen && this.now() < latest;
  }

  get state(): ClockState {
    return this.#state;
  }

  /** Puts it where it was. */
  restore(state: ClockState): void {
    this.#state = state;
  }

  /** @throws UsageError for a time that no timestamp can hold. */
  set({ now = new Date(this.now()), frozen = this.frozen }: ClockStart): void {
    const time = new Date(now).getTime();
    if (!(time >= 0 && time <= latest)) {
      throw new UsageError(`Could not set the clock to ${now}: give an RFC 3339 time between 1970 and 9999.`);
    }
    this.#state = frozen ? { offset: 0, frozenAt: time } : { offset: time - Date.now(), frozenAt: null };
  }

  /** @throws UsageError for a length below zero, or one that leads beyond the year 9999. */
  advance(milliseconds: number): void {
    this.refuseAdvance(milliseconds);
    this.#advanced += milliseconds;
    const { offset, frozenAt } = this.#state;
    this.#state =
      frozenAt === null ? { offset: offset + milliseconds, frozenAt } : { offset, frozenAt: frozenAt + milliseconds };
  }

  /** @throws UsageError for a length that the clock cannot be advanced by */
  refuseAdvance(milliseconds: number): void {
    if (!(milliseconds >= 0 && this.now() + milliseconds <= latest)) {
      throw new UsageError(
        `Could not advance the clock by ${milliseconds} ms: it only moves forward, up to the year 9999.`,
      );
    }
  }
}

/** Lengths of time that are added up. */
export type Duration = { milliseconds?: number; seconds?: number; minutes?: number; hours?: number; days?: number };

export function toMilliseconds({ milliseconds = 0, seconds = 0, minutes = 0, hours = 0, days = 0 }: Duration): number {
  return milliseconds + 1000 * (seconds + 60 * (minutes + 60 * (hours + 24 * days)));
}
