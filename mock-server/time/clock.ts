import { UsageError } from '#openapi/text/usage-error.ts';

/** Stored state of a clock, in milliseconds: offset from real time, and frozen time. */
export type ClockState = { offset: number; frozenAt: number | null };

/** Initial state of a clock: by default real time; with `frozen`, it stops until it is advanced. */
export type ClockStart = { now?: string | Date; frozen?: boolean };

/** The latest time that RFC 3339 can write. */
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * An account's clock: real time plus an offset, or frozen. All times of the emulated API come from it, except the
 * timestamps of webhook signatures, which are real time.
 */
export class Clock {
  #state: ClockState;
  #advanced = 0;
  #shown: number | undefined;

  constructor(state: ClockState = { offset: 0, frozenAt: null }) {
    this.#state = state;
  }

  /** Returns the account's time, in milliseconds since 1970. */
  now(): number {
    return this.#shown ?? this.#state.frozenAt ?? Math.min(latest, Date.now() + this.#state.offset);
  }

  /** Shows another time during some work, such as the time that it was due at. */
  showing(time: number, work: () => void): void {
    this.#shown = time;
    try {
      work();
    } finally {
      this.#shown = undefined;
    }
  }

  /**
   * Returns milliseconds that passed for rate limits: real time, which passes even if the clock is frozen, plus
   * advances. Rounded to whole ones, since with fractions a minute could appear longer than a minute.
   */
  elapsed(): number {
    return Math.floor(performance.now() + this.#advanced);
  }

  get frozen(): boolean {
    return this.#state.frozenAt !== null;
  }

  /** True if time passes by itself: not on a frozen clock, nor at the end of the year 9999, where every clock stops. */
  get runs(): boolean {
    return !this.frozen && this.now() < latest;
  }

  get state(): ClockState {
    return this.#state;
  }

  /** Restores a stored state. */
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

/** A length of time; its parts add up. */
export type Duration = { milliseconds?: number; seconds?: number; minutes?: number; hours?: number; days?: number };

export function toMilliseconds({ milliseconds = 0, seconds = 0, minutes = 0, hours = 0, days = 0 }: Duration): number {
  return milliseconds + 1000 * (seconds + 60 * (minutes + 60 * (hours + 24 * days)));
}
