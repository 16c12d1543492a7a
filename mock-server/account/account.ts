import { setTimeout as pause } from 'node:timers/promises';
import { specOf } from '../api-spec.ts';
import type { Behaviours } from '../behaviours.ts';
import { Faults } from '../faults/faults.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { Journal } from '../journal/journal.ts';
import type { JournalRoom } from '../journal/journal-room.ts';
import type { Tally } from '../monitoring/tally.ts';
import { Chaos, type ChaosState } from '../notifications/chaos.ts';
import { CleanUp } from '../notifications/clean-up.ts';
import type { Connections } from '../notifications/connections.ts';
import { Dispatcher } from '../notifications/dispatcher.ts';
import { kindNames } from '../resources/kinds.ts';
import type { Spec } from '../spec.ts';
import type { Statements, Transaction } from '../state/database.ts';
import { type IdPrefix, Ids, type IdsState } from '../state/ids.ts';
import type { Random } from '../state/random.ts';
import { type Change, type Seeded, Store } from '../state/store.ts';
import type { EntityText } from '../state/text-table.ts';
import { Clock, type ClockStart, type ClockState } from '../time/clock.ts';
import type { Birth, Moment } from '../time/moment.ts';
import { formatTimestamp } from '../time/timestamp.ts';
import type { Limits } from './limits.ts';

/** Milliseconds until work that failed is tried again. */
const restMs = 1_000;

/** What a server starts each account with. */
export type AccountDefaults = {
  behaviours: Behaviours;
  /** Where the random numbers of a name come from. */
  randomOf: (name: string) => Random;
  clock?: ClockStart | undefined;
  /** Carries deliveries to their destinations. */
  connections: Connections;
  /** How many exchanges each account keeps, and where the memory for them comes from. */
  journal: { entriesAtMost: number; room: JournalRoom };
  limits: Limits;
  /** Whether rows outlive the process. */
  isInFile: boolean;
  /** Is told what was forgotten because of a limit. */
  notice: (message: string) => void;
  /** Counts deliveries. */
  tally: Tally;
  /** Is told of failures on this side: bugs, and a data file that cannot be written. */
  report: (error: unknown) => void;
};

/** What an account holds beside its rows, as a snapshot keeps it. */
export type AccountMemory = {
  behaviours: Behaviours;
  clock: { now: string; frozen: boolean };
  ids: IdsState | null;
  logIds: IdsState | null;
  chaos: ChaosState;
};

/** All that the emulated API knows while it answers for one account. Accounts share nothing but the file. */
export class Account {
  readonly id: number;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly store: Store;
  readonly rateLimit = new RateLimit();
  readonly chaos = new Chaos();
  readonly faults = new Faults();
  readonly journal: Journal;
  readonly dispatcher: Dispatcher;
  readonly cleanUp: CleanUp;
  #held: Promise<void> | undefined;
  #isClosed = false;
  /** Requests that it is in the middle of. */
  requests = 0;
  readonly #statements: Statements;
  readonly #defaults: AccountDefaults;
  readonly #logIds: Ids;
  #behaviours: Behaviours;
  #moment: (Moment & { time: number }) | undefined;

  constructor(
    transaction: Transaction,
    statements: Statements,
    row: AccountRow,
    defaults: AccountDefaults,
    name: string,
  ) {
    this.id = row.id;
    this.#statements = statements;
    this.#defaults = defaults;
    this.#behaviours = row.behaviours;
    this.clock = new Clock(row.clock);
    this.journal = new Journal(defaults.journal.room, defaults.journal.entriesAtMost);
    this.ids = new Ids(() => this.clock.now(), defaults.randomOf(name));
    this.#logIds = new Ids(() => this.clock.now(), defaults.randomOf(`${name}:logs`));
    this.#goBehindStoredIds();
    this.store = new Store({
      transaction,
      statements,
      account: row.id,
      ids: this.ids,
      logIds: this.#logIds,
      limits: defaults.limits,
      notice: defaults.notice,
      now: () => this.moment(),
      hasEventType: (type) => this.spec.eventTypes.has(type),
      firstDue: ({ id }, now) => now + 1000 * (this.chaos.planFor(id).delay_seconds ?? 0),
    });
    this.dispatcher = new Dispatcher(this, defaults.connections, defaults.report);
    this.cleanUp = new CleanUp(this, defaults.report);
    if (this.store.forgetting.hasHidden) this.cleanUp.later();
  }

  /** Whether nothing is going on: no request, and no notification that waits. */
  get isIdle(): boolean {
    return this.requests === 0 && !this.dispatcher.hasWork && !this.cleanUp.isBusy;
  }

  /** Tells the owner of the mock what was given up or left out. */
  notice(message: string): void {
    this.#defaults.notice(message);
  }

  get tally(): Tally {
    return this.#defaults.tally;
  }

  get behaviours(): Behaviours {
    return this.#behaviours;
  }

  /** The API's document under the account's behaviours. */
  get spec(): Spec {
    return specOf(this.#behaviours);
  }

  /** What a transition is told of now. */
  moment(): Moment & { time: number } {
    const time = this.clock.now();
    // Printing a time costs more than most of what a request does, and many requests share a millisecond.
    if (this.#moment?.time !== time || this.#moment.behaviours !== this.#behaviours) {
      const now = formatTimestamp(time, this.#behaviours.timestamps);
      this.#moment = { time, now, behaviours: this.#behaviours };
    }
    return this.#moment;
  }

  /** What a new entity is told of now, with its ID. */
  birth(prefix: IdPrefix): Birth {
    const { now, behaviours } = this.moment();
    return { now, behaviours, id: this.ids.next(prefix) };
  }

  /** Adds entities that are there from the start. Whatever is created later sorts behind them. */
  insertAll(entities: Seeded): void {
    this.store.insertAll(entities);
    this.#goBehindStoredIds();
  }

  setBehaviours(behaviours: Behaviours): void {
    this.#saveOrUndo(() => {
      this.#behaviours = behaviours;
    });
  }

  setClock(start: ClockStart): void {
    this.#saveOrUndo(() => this.clock.set(start));
    this.dispatcher.wake();
  }

  /** Moves the clock, without what becomes due. The dispatcher does that when it advances the clock. */
  moveClock(milliseconds: number): void {
    this.#saveOrUndo(() => this.clock.advance(milliseconds));
  }

  /** Stores a change, and lets its notifications go out afterwards. */
  apply(change: Change): EntityText {
    const text = this.store.apply(change);
    if (this.store.activeSettings.length > 0) this.dispatcher.wake();
    return text;
  }

  /** Removes a destination with all that belongs to it: at once for who looks, in portions in the store. */
  removeSetting(id: string): void {
    this.store.removeSetting(id);
    this.chaos.forget(id);
    this.dispatcher.forget(id);
    this.cleanUp.start();
  }

  /** Whether requests wait, since the rows are not whole. */
  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  /** Resolves when the rows are whole. */
  async whole(): Promise<void> {
    while (this.#held) await this.#held;
  }

  /** Does work while the account's requests and deliveries wait, since its rows are not whole meanwhile. */
  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    // An account whose requests wait is not idle.
    this.requests += 1;
    await this.whole();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held = promise;
    try {
      return await work();
    } finally {
      this.#held = undefined;
      this.requests -= 1;
      resolve();
      this.dispatcher.wake();
      this.cleanUp.later();
    }
  }

  /** Tries until it is done, such as when a full disk has room again: rows that are not whole are shown to nobody. */
  async untilDone(work: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        await work();
        return;
      } catch (error) {
        if (this.#isClosed) throw error;
        this.#defaults.report(error);
        await pause(restMs, undefined, { ref: false });
      }
    }
  }

  /** Puts the account back to its start, which `refill` adds what is there from the start to. Its keys stay. */
  reset(refill: () => void): void {
    this.#saveOrUndo(() => {
      this.store.clear();
      this.#statements('DELETE FROM unfinished WHERE account = ?').run(this.id);
      this.#behaviours = this.#defaults.behaviours;
      this.clock.set(this.#defaults.clock ?? { now: new Date(), frozen: false });
      refill();
    });
    this.rateLimit.clear();
    this.chaos.clear();
    this.faults.clear();
    this.journal.clear();
  }

  /** Makes a change that is stored as a whole, or takes it back, so that memory says what the store says. */
  #saveOrUndo(change: () => void): void {
    const behaviours = this.#behaviours;
    const clock = this.clock.state;
    try {
      this.store.together(() => {
        change();
        this.#save();
      });
    } catch (error) {
      this.#behaviours = behaviours;
      this.clock.restore(clock);
      throw error;
    }
  }

  /** Stops deliveries, and lets go what faults hold back. */
  close(): Promise<void> {
    this.#isClosed = true;
    this.faults.close();
    this.cleanUp.close();
    return this.dispatcher.close();
  }

  /** What it holds beside its rows. */
  get memory(): AccountMemory {
    return {
      behaviours: this.#behaviours,
      clock: { now: new Date(this.clock.now()).toISOString(), frozen: this.clock.frozen },
      ids: this.ids.state,
      logIds: this.#logIds.state,
      chaos: this.chaos.state,
    };
  }

  /** Goes on from where another memory was, after the rows were put there. The transaction of both is the caller's. */
  goTo({ behaviours, clock, ids, logIds, chaos }: AccountMemory): void {
    // A file of an earlier Paddock may lack behaviours that came later.
    this.#behaviours = { ...this.#defaults.behaviours, ...behaviours };
    this.clock.set(clock);
    this.ids.goTo(ids);
    this.#logIds.goTo(logIds);
    this.chaos.goTo(chaos);
    this.store.readAgain();
    // Where they came back to is behind all that is stored there.
    if (ids === null) this.#goBehindStoredIds();
    this.#save();
    this.dispatcher.restart();
  }

  #save(): void {
    this.#statements('UPDATE accounts SET behaviours = ?, clock = ? WHERE id = ?').run(
      JSON.stringify(this.#behaviours),
      JSON.stringify(this.clock.state),
      this.id,
    );
  }

  #goBehindStoredIds(): void {
    for (const table of [...kindNames, 'events', 'notifications', 'notification_logs']) {
      const id = this.#statements(`SELECT max(id) FROM ${table} WHERE account = ?`).pluck().get(this.id);
      if (typeof id === 'string') (table === 'notification_logs' ? this.#logIds : this.ids).goBehind(id);
    }
  }
}

/** An account as it is stored. */
export type AccountRow = { id: number; behaviours: Behaviours; clock: ClockState };
