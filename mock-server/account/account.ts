import { setTimeout as pause } from 'node:timers/promises';
import { Faults } from '../faults/faults.ts';
import { type IdPrefix, Ids, type IdsState } from '../ids/ids.ts';
import type { Random } from '../ids/random.ts';
import { Journal } from '../journal/journal.ts';
import type { JournalRoom } from '../journal/journal-room.ts';
import type { Tally } from '../monitoring/tally.ts';
import { Chaos, type ChaosState } from '../notifications/chaos.ts';
import { CleanUp } from '../notifications/clean-up.ts';
import type { Connections } from '../notifications/connections.ts';
import { Dispatcher, type Waiting } from '../notifications/dispatcher.ts';
import type { Kind } from '../resources/kinds.ts';
import { kindNames } from '../resources/kinds.ts';
import { specOf } from '../spec/api-spec.ts';
import type { Behaviours } from '../spec/behaviours.ts';
import type { Spec } from '../spec/spec.ts';
import { type Change, type ChangeOf, requireEventType } from '../state/change.ts';
import type { Statements, Transaction } from '../state/database/database.ts';
import type { Entry } from '../state/entries.ts';
import type { Limits } from '../state/limits.ts';
import type { EntityText } from '../state/lists/text-table.ts';
import { Rows } from '../state/rows.ts';
import { type Seeded, Store } from '../state/store.ts';
import { Agenda } from '../time/agenda.ts';
import { Clock, type ClockStart, type ClockState } from '../time/clock.ts';
import type { Birth, Moment } from '../time/moment.ts';
import type { Source } from '../time/source.ts';
import { formatTimestamp } from '../time/timestamp.ts';
import { RateLimit } from './rate-limit.ts';

/** Milliseconds until work that failed is tried again. */
const restMs = 1_000;

/** Changes that fall due in every account. */
export type SourceKind = {
  /** SQL for the accounts where one is due, now or later. */
  accounts: string;
  open: (account: Account, statements: Statements) => Source;
};

/** What a server starts each account with. */
export type AccountDefaults = {
  behaviours: Behaviours;
  /** Where the random numbers of a name come from. */
  randomOf: (name: string) => Random;
  clock?: ClockStart | undefined;
  /** Changes that fall due, in the order in which they happen at the same time. Default: none. */
  sources?: readonly SourceKind[];
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
  readonly agenda: Agenda;
  readonly #rows = new Rows();
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
      hasEventType: (type) => this.spec.eventTypes.has(requireEventType(type)),
      firstDue: ({ id }, now) => now + 1000 * (this.chaos.planFor(id).delay_seconds ?? 0),
    });
    const { connections, tally, report } = defaults;
    const shared = { clock: this.clock, store: this.store, rows: this.#rows, report };
    this.dispatcher = new Dispatcher({
      ...shared,
      chaos: this.chaos,
      tally,
      connections,
      moment: () => this.moment(),
      wake: () => this.agenda.wake(),
    });
    this.cleanUp = new CleanUp(shared);
    this.agenda = new Agenda({
      ...shared,
      sources: (defaults.sources ?? []).map(({ open }) => open(this, statements)),
      deliveries: this.dispatcher,
      cleanUp: this.cleanUp,
      commit: (work) => this.#saveOrUndo(work),
    });
    if (this.store.forgetting.hasHidden) this.cleanUp.later();
  }

  /** Whether nothing is going on: no request, and no notification that waits. */
  get isIdle(): boolean {
    return this.requests === 0 && !this.agenda.isBusy && !this.dispatcher.hasWork && !this.cleanUp.isBusy;
  }

  /** Tells the owner of the mock what was given up or left out. */
  notice(message: string): void {
    this.#defaults.notice(message);
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
    this.agenda.wake();
  }

  /** Stores a change, and lets its notifications go out afterwards. */
  apply(change: ChangeOf<Kind>): EntityText;
  apply(change: Change): EntityText | undefined;
  apply(change: Change): EntityText | undefined {
    const text = this.store.apply(change);
    for (const { kind, id } of change.deletes ?? []) if (kind === 'notification_settings') this.#forgetSetting(id);
    const isAwaited = this.store.activeSettings.length > 0 || Boolean(this.#defaults.sources?.length);
    if (isAwaited && mayBeDue(change)) this.agenda.wake();
    return text;
  }

  /** Drops what belongs to a removed destination: nobody sees its rows any more, and they go in portions. */
  #forgetSetting(id: string): void {
    this.chaos.forget(id);
    this.dispatcher.forget(id);
    this.cleanUp.start();
  }

  /** Says whether requests wait, since the rows are not whole. */
  get isHeld(): boolean {
    return this.#rows.isHeld;
  }

  /** Resolves when the rows are whole. */
  whole(): Promise<void> {
    return this.#rows.whole();
  }

  /** Does work while the account's requests, deliveries and changes wait, since its rows are not whole meanwhile. */
  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    // An account whose requests wait is not idle.
    this.requests += 1;
    try {
      return await this.#rows.alone(work);
    } finally {
      this.requests -= 1;
      this.agenda.wake();
      this.cleanUp.later();
    }
  }

  /** Waits until nothing is due, or until a time is over, in real milliseconds. Returns what waits then. */
  async settle(timeoutMs: number): Promise<Waiting> {
    await this.agenda.catchUp();
    return this.dispatcher.settle(timeoutMs);
  }

  /** Begins everything anew that goes on by itself, after the rows were changed. */
  restart(): void {
    this.dispatcher.restart();
    this.cleanUp.restart();
    this.agenda.restart();
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
    this.restart();
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
    this.agenda.close();
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
    this.restart();
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

/** Says whether a change may make something due: by an entity, by an event, or by a notification of an earlier one. */
function mayBeDue({ puts = [], events = [], entries = [] }: Change): boolean {
  const isNotification = ({ entry }: Entry) => entry === 'replay' || entry === 'late notification';
  return puts.length + events.length > 0 || entries.some(isNotification);
}
