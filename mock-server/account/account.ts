import { setTimeout as pause } from 'node:timers/promises';
import type { ExchangeRates } from '../billing/money/exchange-rates.ts';
import type { TaxRates } from '../billing/tax/tax-rates.ts';
import { Faults } from '../faults/faults.ts';
import { type IdPrefix, Ids, type IdsState } from '../ids/ids.ts';
import type { Random } from '../ids/random.ts';
import { Journal } from '../journal/journal.ts';
import type { JournalMemory } from '../journal/journal-memory.ts';
import type { Counters } from '../monitoring/counters.ts';
import { Chaos, type ChaosState } from '../notifications/chaos.ts';
import { CleanUp } from '../notifications/clean-up.ts';
import type { Connections } from '../notifications/connections.ts';
import { Dispatcher, type Waiting } from '../notifications/dispatcher.ts';
import type { Kind } from '../resources/kinds.ts';
import { kindNames, kinds } from '../resources/kinds.ts';
import { specOf } from '../spec/api-spec.ts';
import type { Behaviours } from '../spec/behaviours.ts';
import type { Spec } from '../spec/spec.ts';
import { type Change, type ChangeOf, requireEventType } from '../state/change.ts';
import type { Statements, Transaction } from '../state/database/database.ts';
import type { Entry } from '../state/entries/entries.ts';
import type { Limits } from '../state/limits.ts';
import type { EntityText } from '../state/lists/text-table.ts';
import { Rows } from '../state/rows.ts';
import { type Seeded, Store } from '../state/store.ts';
import { Agenda } from '../time/agenda.ts';
import { Clock, type ClockStart, type ClockState } from '../time/clock.ts';
import type { Creation, Moment } from '../time/moment.ts';
import { type BackgroundDeliveries, joined, type Source } from '../time/source.ts';
import { formatTimestamp } from '../time/timestamp.ts';
import { byItself, type Cause } from './cause.ts';
import { RateLimit } from './rate-limit.ts';
import { type Rules, readRules, storeRules } from './rules.ts';
import type { AccountSettings } from './settings.ts';

/** Milliseconds before failed work is retried. */
const restMs = 1_000;

/** Thrown to undo what happened on a copy. */
const undone = new Error('A copy of an account was thrown away.');

/** A source of changes that fall due in every account. */
export type SourceKind = {
  /** SQL for the accounts that have one, due now or later. */
  accounts: string;
  open: (account: Account, statements: Statements) => Source;
};

/** Deliveries that every account makes beside its notifications. */
export type DeliveriesKind = {
  /** SQL for the accounts that have a pending one. */
  accounts: string;
  open: (
    account: Account,
    statements: Statements,
    services: Pick<AccountDefaults, 'connections' | 'report'>,
  ) => BackgroundDeliveries;
};

/** Initial settings and shared services of each account. */
export type AccountDefaults = {
  behaviours: Behaviours;
  /** Returns a generator of random numbers by name. */
  randomOf: (name: string) => Random;
  clock?: ClockStart | undefined;
  /** Initial settings and rates. */
  rules: Rules;
  /** Sources of changes that fall due, in order of precedence at equal times. */
  sources: readonly SourceKind[];
  /** Notes the use of an API key. */
  useKey: (account: Account, apiKey: string) => 'used' | 'rotated' | 'revoked' | 'expired';
  /** Deliveries beside notifications. */
  deliveries: DeliveriesKind;
  /** Connections to destinations. */
  connections: Connections;
  /** Exchanges that each account keeps, and the shared memory budget for them. */
  journal: { entriesAtMost: number; memory: JournalMemory };
  limits: Limits;
  /** True if rows outlive the process. */
  isInFile: boolean;
  /** Reports data that was dropped because of a limit. */
  notice: (message: string) => void;
  /** Counts deliveries. */
  counters: Counters;
  /** Receives failures on this side: bugs, and a data file that cannot be written. */
  report: (error: unknown) => void;
};

/** State of an account beside its rows, as snapshots store it. */
export type AccountMemory = {
  behaviours: Behaviours;
  clock: { now: string; frozen: boolean };
  ids: IdsState | null;
  logIds: IdsState | null;
  chaos: ChaosState;
  /** Settings and rates as stored. A snapshot of an earlier Paddock has none. */
  rules?: string | undefined;
};

/** State and services of the emulated API for one account. Accounts share nothing but the file. */
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
  readonly #others: BackgroundDeliveries;
  readonly #name: string;
  readonly #transaction: Transaction;
  #isClosed = false;
  /** Number of requests being handled. */
  requests = 0;
  #cause: Cause = byItself;
  readonly #statements: Statements;
  readonly #defaults: AccountDefaults;
  readonly #logIds: Ids;
  #behaviours: Behaviours;
  #rules: Rules;
  /** The document of the behaviours, which finding again for each use would cost requests time. */
  #spec: { behaviours: Behaviours; read: Spec } | undefined;
  #moment: (Moment & { time: number }) | undefined;

  constructor(
    transaction: Transaction,
    statements: Statements,
    row: AccountRow,
    defaults: AccountDefaults,
    name: string,
  ) {
    this.id = row.id;
    this.#name = name;
    this.#transaction = transaction;
    this.#statements = statements;
    this.#defaults = defaults;
    this.#behaviours = row.behaviours;
    this.#rules = readRules(row.rules, defaults.rules);
    this.clock = new Clock(row.clock);
    this.journal = new Journal(defaults.journal.memory, defaults.journal.entriesAtMost);
    this.ids = new Ids(() => this.clock.now(), defaults.randomOf(name));
    this.#logIds = new Ids(() => this.clock.now(), defaults.randomOf(`${name}:logs`));
    this.#sortBehindStoredIds();
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
    const { connections, counters, report } = defaults;
    const shared = { clock: this.clock, store: this.store, rows: this.#rows, report };
    this.dispatcher = new Dispatcher({
      ...shared,
      chaos: this.chaos,
      counters,
      connections,
      moment: () => this.moment(),
      wake: () => this.agenda.wake(),
    });
    this.#others = defaults.deliveries.open(this, statements, { connections, report });
    this.cleanUp = new CleanUp(shared);
    this.agenda = new Agenda({
      ...shared,
      sources: defaults.sources.map(({ open }) => open(this, statements)),
      deliveries: joined([this.dispatcher, this.#others]),
      cleanUp: this.cleanUp,
      commit: (work) => this.#saveOrUndo(work),
    });
    if (this.store.forgetting.hasHidden) this.cleanUp.later();
  }

  /** True if no request is being handled and no notification is pending. */
  get isIdle(): boolean {
    const isSending = this.dispatcher.hasWork || this.#others.hasWork;
    return this.requests === 0 && !this.agenda.isBusy && !isSending && !this.cleanUp.isBusy;
  }

  /** Reports dropped or omitted data to the owner of the mock. */
  notice(message: string): void {
    this.#defaults.notice(message);
  }

  get behaviours(): Behaviours {
    return this.#behaviours;
  }

  get settings(): AccountSettings {
    return this.#rules.settings;
  }

  get taxRates(): TaxRates {
    return this.#rules.taxRates;
  }

  get exchangeRates(): ExchangeRates {
    return this.#rules.exchangeRates;
  }

  /** The API's document under the account's behaviours. */
  get spec(): Spec {
    if (this.#spec?.behaviours !== this.#behaviours)
      this.#spec = { behaviours: this.#behaviours, read: specOf(this.#behaviours) };
    return this.#spec.read;
  }

  /** The current context of transitions. */
  moment(): Moment & { time: number } {
    const time = this.clock.now();
    // Cached, since formatting a time costs more than most of a request, and many requests share a millisecond.
    if (this.#moment?.time !== time || this.#moment.behaviours !== this.#behaviours) {
      const now = formatTimestamp(time, this.#behaviours.timestamps);
      this.#moment = { time, now, behaviours: this.#behaviours };
    }
    return this.#moment;
  }

  /** The maker of the current turn's changes. Default: they happen by themselves. */
  get cause(): Cause {
    return this.#cause;
  }

  /** Does synchronous work whose changes have a cause. */
  by<Result>(cause: Cause, work: () => Result): Result {
    const outer = this.#cause;
    this.#cause = cause;
    try {
      return work();
    } finally {
      this.#cause = outer;
    }
  }

  /** The current context of transitions that create an entity, with a new ID. */
  creation(prefix: IdPrefix): Creation {
    const { now, behaviours } = this.moment();
    return { now, behaviours, id: this.ids.next(prefix) };
  }

  /** Stores initial entities, and makes later IDs sort behind them. */
  insertAll(entities: Seeded): void {
    this.store.insertAll(entities);
    this.#sortBehindStoredIds();
  }

  setBehaviours(behaviours: Behaviours): void {
    this.#saveOrUndo(() => {
      this.#behaviours = behaviours;
    });
  }

  /** Changes settings or rates. */
  setRules(changed: Partial<Rules>): void {
    this.#saveOrUndo(() => {
      this.#rules = { ...this.#rules, ...changed };
    });
  }

  setClock(start: ClockStart): void {
    this.#saveOrUndo(() => this.clock.set(start));
    this.agenda.wake();
  }

  /** Stores a change; its notifications are delivered afterwards. */
  apply(change: ChangeOf<Kind>): EntityText;
  apply(change: Change): EntityText | undefined;
  apply(change: Change): EntityText | undefined {
    const text = this.store.apply(change);
    for (const { kind, id } of change.deletes ?? []) if (kind === 'notification_settings') this.#forgetSetting(id);
    if (fallsDue(change) || (this.store.activeSettings.length > 0 && mayBeSent(change))) this.agenda.wake();
    return text;
  }

  /** Removes what belongs to a removed destination: its rows are hidden at once and removed in portions. */
  #forgetSetting(id: string): void {
    this.chaos.forget(id);
    this.dispatcher.forget(id);
    this.cleanUp.start();
  }

  /** True while the rows are incomplete and requests must wait. */
  get isHeld(): boolean {
    return this.#rows.isHeld;
  }

  /** Resolves when the rows are complete. */
  whole(): Promise<void> {
    return this.#rows.whole();
  }

  /** Runs work that leaves the rows incomplete, while the account's requests, deliveries and changes wait. */
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

  /**
   * Waits until nothing is due, or until a timeout in real milliseconds. Returns the number of pending notifications.
   */
  async settle(timeoutMs: number): Promise<Waiting> {
    const end = performance.now() + timeoutMs;
    await this.agenda.catchUp();
    await Promise.race([this.#others.drain(), pause(timeoutMs, undefined, { ref: false })]);
    return this.dispatcher.settle(Math.max(0, end - performance.now()));
  }

  /**
   * Runs work on a copy of the account that is thrown away afterwards, with all that happened in it. Nothing is copied:
   * the copy writes to the account's own rows, in a transaction that is undone before anything else can read them. Its
   * clock is stopped, and nothing of it is delivered.
   *
   * @param work must be synchronous
   */
  imagine<Result>(work: (copy: Account) => Result): Result {
    const imagined: Result[] = [];
    try {
      this.#transaction(() => {
        const copy = this.#copyInPlace();
        try {
          imagined.push(work(copy));
        } finally {
          void copy.close();
          copy.store.readAgain();
        }
        throw undone;
      });
    } catch (error) {
      if (error !== undone) throw error;
    }
    const [result] = imagined;
    if (result === undefined) throw new Error('Work on a copy of an account returned nothing.');
    return result;
  }

  /** Makes an account on the same rows, with IDs of its own. */
  #copyInPlace(): Account {
    const row = {
      id: this.id,
      behaviours: this.#behaviours,
      clock: { offset: 0, frozenAt: this.clock.now() },
      rules: storeRules(this.#rules, this.#defaults.rules),
    };
    const defaults = { ...this.#defaults, notice: () => undefined };
    return new Account(this.#transaction, this.#statements, row, defaults, `${this.#name}:copy${this.ids.seed()}`);
  }

  /** Restarts all background work, after the rows were replaced. */
  restart(): void {
    this.dispatcher.restart();
    this.#others.restart();
    this.cleanUp.restart();
    this.agenda.restart();
  }

  /** Retries until it succeeds, for example after a full disk: incomplete rows must not be shown. */
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

  /** Resets the account; `refill` adds its initial entities. Its keys stay. */
  reset(refill: () => void): void {
    this.#saveOrUndo(() => {
      this.store.clear();
      this.#statements('DELETE FROM unfinished WHERE account = ?').run(this.id);
      this.#behaviours = this.#defaults.behaviours;
      this.#rules = this.#defaults.rules;
      this.clock.set(this.#defaults.clock ?? { now: new Date(), frozen: false });
      refill();
    });
    this.rateLimit.clear();
    this.chaos.clear();
    this.faults.clear();
    this.journal.clear();
    this.restart();
  }

  /** Makes a change and stores it, or undoes it, so that memory and store agree. */
  #saveOrUndo(change: () => void): void {
    const behaviours = this.#behaviours;
    const rules = this.#rules;
    const clock = this.clock.state;
    try {
      this.store.together(() => {
        change();
        this.#save();
      });
    } catch (error) {
      this.#behaviours = behaviours;
      this.#rules = rules;
      this.clock.restore(clock);
      throw error;
    }
  }

  /** Stops deliveries, and releases requests that faults hold back. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.faults.close();
    this.cleanUp.close();
    this.agenda.close();
    await Promise.all([this.dispatcher.close(), this.#others.close()]);
  }

  /** State beside the rows. */
  get memory(): AccountMemory {
    return {
      behaviours: this.#behaviours,
      clock: { now: new Date(this.clock.now()).toISOString(), frozen: this.clock.frozen },
      ids: this.ids.state,
      logIds: this.#logIds.state,
      chaos: this.chaos.state,
      rules: storeRules(this.#rules, this.#defaults.rules),
    };
  }

  /** Continues from another state, after the matching rows were copied. The caller's transaction covers both. */
  goTo({ behaviours, clock, ids, logIds, chaos, rules }: AccountMemory): void {
    // A file of an earlier Paddock may lack newer behaviours.
    this.#behaviours = { ...this.#defaults.behaviours, ...behaviours };
    this.#rules = readRules(rules, this.#defaults.rules);
    this.clock.set(clock);
    this.ids.goTo(ids);
    this.#logIds.goTo(logIds);
    this.chaos.goTo(chaos);
    this.store.readAgain();
    // The restored state may be older than stored IDs.
    if (ids === null) this.#sortBehindStoredIds();
    this.#save();
    this.restart();
  }

  #save(): void {
    this.#statements('UPDATE accounts SET behaviours = ?, clock = ?, rules = ? WHERE id = ?').run(
      JSON.stringify(this.#behaviours),
      JSON.stringify(this.clock.state),
      storeRules(this.#rules, this.#defaults.rules),
      this.id,
    );
  }

  #sortBehindStoredIds(): void {
    for (const table of [...kindNames, 'events', 'notifications', 'notification_logs', 'subscription_history']) {
      const id = this.#statements(`SELECT max(id) FROM ${table} WHERE account = ?`).pluck().get(this.id);
      if (typeof id === 'string') (table === 'notification_logs' ? this.#logIds : this.ids).sortBehind(id);
    }
  }
}

/** An account as stored. */
export type AccountRow = {
  id: number;
  behaviours: Behaviours;
  clock: ClockState;
  /** Settings and rates as stored. */
  rules: string;
};

/** Returns true if a change stores an entity that changes by itself later. */
function fallsDue({ puts = [] }: Change): boolean {
  return puts.some(({ kind, entity }) => kinds[kind].dueAt?.(entity) !== undefined);
}

/** Returns true if a change may have notifications, of its events or of earlier ones. */
function mayBeSent({ puts = [], events = [], entries = [] }: Change): boolean {
  const isNotification = ({ entry }: Entry) => entry === 'replay' || entry === 'late notification';
  return puts.length + events.length > 0 || entries.some(isNotification);
}
