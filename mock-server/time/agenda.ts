import type { Clock } from './clock.ts';
import { giveTurns, portionMs } from './in-portions.ts';
import type { Deliveries, Source } from './source.ts';

/** Maximum delay of a timer, in milliseconds. */
const longestTimer = 2 ** 31 - 1;
/** Milliseconds without work after an error. */
const restMs = 1_000;
/** Changes of one source per round, before the others are asked again. */
const changesAtOnce = 20;

/** Dependencies of the agenda on its account. */
export type AgendaOptions = {
  clock: Clock;
  /** Sources in order of precedence at equal times. */
  sources: readonly Source[];
  deliveries: Deliveries;
  /** Periodic search for old rows. */
  cleanUp: { nowAndThen(): void };
  /** Lock on the account's rows, held while they are being replaced. */
  rows: { readonly isHeld: boolean; whole(): Promise<void> };
  /** Stores the clock together with the work's writes, or neither. */
  commit: (work: () => void) => void;
  /** Receives errors of background work. */
  report: (error: unknown) => void;
};

/**
 * All that falls due in an account: changes and deliveries. They happen in order of time, whether the clock is
 * advanced, set or running. A late change, such as after a restart of the server, still happens as of its due time,
 * so each way leads to the same entities and events.
 */
export class Agenda {
  readonly #clock: Clock;
  readonly #options: AgendaOptions;
  #isClosed = false;
  #isResting = false;
  #timer: NodeJS.Timeout | undefined;
  #immediate: NodeJS.Immediate | undefined;
  #advancing: Promise<void> = Promise.resolve();
  #isAdvancing = false;
  /** Counts restarts. Each ends the advances before it. */
  #restarts = 0;

  constructor(options: AgendaOptions) {
    this.#options = options;
    this.#clock = options.clock;
  }

  /** True if a change is due or the clock is being advanced. */
  get isBusy(): boolean {
    return this.#isAdvancing || (this.#firstChange()?.time ?? Number.POSITIVE_INFINITY) <= this.#clock.now();
  }

  /** Lists pending changes in the order of time, with the names of their sources. */
  upcoming(atMost: number): { source: string; id: string | null; time: number }[] {
    const changes = this.#options.sources.flatMap((source) => {
      const first = source.firstDue();
      if (first === undefined) return [];
      const known: readonly { id: string | null; time: number }[] = source.upcoming?.(atMost) ?? [
        { id: null, time: first },
      ];
      return known.map((change) => ({ source: source.name, ...change }));
    });
    return changes.sort((one, other) => one.time - other.time).slice(0, atMost);
  }

  /** Checks for due work after the current turn. Call it whenever something may have become due. */
  wake(): void {
    if (this.#isAdvancing || this.#isResting || this.#immediate || this.#isClosed) return;
    this.#immediate = setImmediate(() => {
      this.#immediate = undefined;
      this.#reportOrRest(() => this.#look());
    });
  }

  /**
   * Advances the clock. All that falls due on the way happens at its time and in order.
   *
   * @throws UsageError for a length that the clock cannot be advanced by
   */
  advance(milliseconds: number): Promise<void> {
    this.#clock.refuseAdvance(milliseconds);
    // Queued, so that concurrent calls do not interleave.
    const restarts = this.#restarts;
    const advanced = this.#advancing.then(() => this.#advance(milliseconds, restarts));
    this.#advancing = advanced.catch(() => undefined);
    return advanced;
  }

  /** Makes all changes that are due now, with turns for requests in between. */
  async catchUp(): Promise<void> {
    while (this.#makeDue()) await giveTurns();
  }

  /** Starts anew, after the account's rows were replaced. */
  restart(): void {
    this.#restarts += 1;
    this.wake();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearImmediate(this.#immediate);
  }

  #look(): void {
    // The account wakes it when its rows are complete.
    if (this.#options.rows.isHeld) return;
    if (this.#makeDue()) void giveTurns().then(() => this.wake());
    this.#options.cleanUp.nowAndThen();
    this.#options.deliveries.begin();
    this.#setTimer();
  }

  async #advance(milliseconds: number, restarts: number): Promise<void> {
    // After a restart, the target belongs to another clock.
    if (this.#restarts !== restarts) return;
    const target = this.#clock.now() + milliseconds;
    this.#isAdvancing = true;
    clearTimeout(this.#timer);
    try {
      await this.#options.deliveries.drain();
      while (!this.#isClosed && (await this.#step(target, restarts)));
      if (this.#restarts === restarts) this.#moveTo(target);
    } finally {
      this.#isAdvancing = false;
      this.wake();
    }
  }

  /** Does the first due work before the target. Returns false if nothing is left. */
  async #step(target: number, restarts: number): Promise<boolean> {
    const { rows, deliveries } = this.#options;
    if (rows.isHeld) await rows.whole();
    if (this.#restarts !== restarts) return false;
    const change = this.#firstChange()?.time ?? Number.POSITIVE_INFINITY;
    const delivery = deliveries.firstDue() ?? Number.POSITIVE_INFINITY;
    if (Math.min(change, delivery) > target) return false;
    if (change <= delivery) {
      if (this.#makeChanges(() => Math.min(target, deliveries.firstDue() ?? target))) await giveTurns();
    } else {
      this.#moveTo(delivery);
      await deliveries.drain();
    }
    return true;
  }

  /** Makes due changes for one portion. Returns true if more are due. */
  #makeDue(): boolean {
    if (this.#options.sources.length === 0 || this.#isClosed || this.#options.rows.isHeld) return false;
    const now = this.#clock.now();
    const first = this.#firstChange();
    return first !== undefined && first.time <= now && this.#makeChanges(() => now);
  }

  /**
   * Makes changes in one transaction for one portion, and sets the clock to the last one unless it is later already.
   * Returns true if more are due.
   *
   * @param until the time up to which changes are made; changes themselves may make it earlier
   */
  #makeChanges(until: () => number): boolean {
    const end = performance.now() + portionMs;
    let isDone = false;
    this.#options.commit(() => {
      let time = this.#clock.now();
      do {
        const first = this.#firstChange();
        isDone = first === undefined || first.time > until();
        if (first === undefined || isDone) break;
        time = first.time;
        this.#run(first.source, time);
      } while (performance.now() < end);
      this.#clock.advance(Math.max(0, time - this.#clock.now()));
    });
    return !isDone;
  }

  #run(source: Source, time: number): void {
    this.#clock.showing(time, () => {
      if (source.run(time, changesAtOnce) === 0)
        throw new Error(`The agenda found ${source.name} due, and none was made.`);
    });
  }

  #firstChange(): { source: Source; time: number } | undefined {
    let first: { source: Source; time: number } | undefined;
    for (const source of this.#options.sources) {
      const time = source.firstDue();
      if (time !== undefined && (first === undefined || time < first.time)) first = { source, time };
    }
    return first;
  }

  #moveTo(time: number): void {
    const milliseconds = time - this.#clock.now();
    if (milliseconds > 0) this.#options.commit(() => this.#clock.advance(milliseconds));
  }

  #setTimer(): void {
    clearTimeout(this.#timer);
    // A frozen clock makes nothing due.
    if (!this.#clock.runs || this.#isClosed) return;
    const now = this.#clock.now();
    const due = [this.#firstChange()?.time, this.#options.deliveries.firstDue(now)].filter(
      (time) => time !== undefined,
    );
    if (due.length === 0) return;
    this.#timer = setTimeout(() => this.wake(), Math.min(Math.max(0, Math.min(...due) - now), longestTimer));
    this.#timer.unref();
  }

  /** Does background work. After an error, such as of a full disk, it reports it and pauses. */
  #reportOrRest(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#options.report(error);
      this.#isResting = true;
      setTimeout(() => {
        this.#isResting = false;
        this.wake();
      }, restMs).unref();
    }
  }
}
