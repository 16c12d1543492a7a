import type { NotificationSetting } from '../resources/notification-settings/kind.ts';
import type { WaitingNotification } from '../state/outbox.ts';
import type { Deliveries } from '../time/source.ts';
import { deliver, type Sender } from './delivery.ts';

/** Concurrent deliveries per destination. */
const concurrency = 10;
/**
 * Deliveries per destination that start in one turn of the event loop while requests change data. More would take
 * most of each turn from the requests.
 */
const perBusyTurn = 2;
/** Milliseconds before the next delivery after a failed one, so that a dead destination does not delay others. */
const pauseWhenFailing = 20;
/** Milliseconds without deliveries after one that could not be recorded: it would be sent again. */
const restMs = 1000;

/** Delivery queue of one destination. */
type Lane = {
  /** Notifications that were read but not started yet. All others stay in the store. */
  next: WaitingNotification[];
  inFlight: Map<string, Promise<void>>;
  isFailing: boolean;
  /** Timer that continues the lane. */
  again: NodeJS.Immediate | NodeJS.Timeout | undefined;
};

/** Number of notifications that are due now, and due later. */
export type Waiting = { due: number; later: number };

/** Dependencies of the dispatcher on its account. */
export type DispatcherOptions = Sender & {
  /** Called whenever something may have become due. */
  wake: () => void;
  /** Receives errors of background work. */
  report: (error: unknown) => void;
};

/**
 * Delivers an account's notifications when its agenda says so. Each destination has a lane of its own, so that a dead
 * one does not delay others. Requests never wait for it.
 */
export class Dispatcher implements Deliveries {
  readonly #options: DispatcherOptions;
  #isClosed = false;
  /** Aborted by each restart. Created with the first delivery, since most accounts have no destinations. */
  #run: AbortController | undefined;
  #lanes = new Map<string, Lane>();
  /** Running calls of `drain`, which start all deliveries themselves. */
  #drains = 0;
  /** True if something changed since deliveries were last started. */
  #isBusyTurn = false;
  #listeners: (() => void)[] = [];
  /** Error that paused deliveries for a while. */
  #resting: { because: unknown } | undefined;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** Starts due deliveries. @throws the error of a store that cannot be read */
  begin(): void {
    this.#isBusyTurn = true;
    this.#pump(false);
  }

  /**
   * Waits until nothing is due, or until a timeout in real milliseconds. Returns the number of notifications that are
   * left.
   */
  async settle(timeoutMs: number): Promise<Waiting> {
    let isOver = false;
    const timer = setTimeout(() => {
      isOver = true;
      this.#notifyListeners();
    }, timeoutMs);
    for (this.#pump(true); !isOver && !this.#isClosed && this.#isBusy(); this.#pump(true)) {
      await new Promise<void>((resolve) => this.#listeners.push(resolve));
    }
    clearTimeout(timer);
    return this.waiting();
  }

  /** True while a notification is pending or being delivered. */
  get hasWork(): boolean {
    return this.#inFlight().length > 0 || this.firstDue() !== undefined;
  }

  waiting(): Waiting {
    const { store, clock } = this.#options;
    const now = clock.now();
    const counts = store.activeSettings.map(({ id }) => store.outbox.countWaiting(id, now));
    return {
      due: counts.reduce((sum, { due }) => sum + due, 0),
      later: counts.reduce((sum, { later }) => sum + later, 0),
    };
  }

  /** Restarts after the account's rows were replaced: aborts running deliveries and drops what was read. */
  restart(): void {
    this.#run?.abort();
    this.#run = undefined;
    this.#lanes = new Map();
    this.#notifyListeners();
  }

  /** Drops the lane of a removed destination, once its running deliveries have ended. */
  forget(settingId: string): void {
    const lane = this.#lanes.get(settingId);
    if (lane?.inFlight.size === 0) this.#lanes.delete(settingId);
  }

  /** Stops. Running deliveries are aborted, and stay due in the store. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#run?.abort();
    this.#notifyListeners();
    await Promise.allSettled([...this.#lanes.values()].flatMap(({ inFlight }) => [...inFlight.values()]));
  }

  /** Starts as many deliveries as may run at once; `all` lifts the limits per turn. */
  #pump(all: boolean): void {
    const { rows, store } = this.#options;
    if (this.#isClosed || rows.isHeld) return;
    for (const setting of store.activeSettings) this.#pumpLane(setting, all);
  }

  #pumpLane(setting: NotificationSetting, all: boolean): void {
    if (this.#resting || this.#options.rows.isHeld) return;
    const plan = this.#options.chaos.planFor(setting.id);
    const lane = this.#laneOf(setting.id);
    if (lane.again && !all) return;
    // Faults apply in the plan's order, so deliveries under a plan run one at a time.
    const atOnce = Object.keys(plan).length > 0 ? 1 : concurrency;
    // Callers of `settle` and `drain` want all deliveries at once.
    const perTurnAtMost = lane.isFailing && !all ? 1 : this.#isBusyTurn && !all ? perBusyTurn : concurrency;
    for (let begun = 0; lane.inFlight.size < atOnce; begun += 1) {
      if (lane.next.length === 0) lane.next = this.#read(setting, lane, all);
      if (begun === perTurnAtMost) {
        if (lane.next.length > 0) this.#pumpAgain(setting.id, lane);
        return;
      }
      const waiting = lane.next.shift();
      if (!waiting) return;
      lane.inFlight.set(waiting.id, this.#deliver(setting, waiting, lane));
    }
  }

  async #deliver(setting: NotificationSetting, waiting: WaitingNotification, lane: Lane): Promise<void> {
    const signal = this.#signal();
    try {
      lane.isFailing = !(await deliver(this.#options, setting, waiting, signal));
    } catch (error) {
      this.#rest(error);
    }
    lane.inFlight.delete(waiting.id);
    this.#notifyListeners();
    if (signal.aborted) return;
    if (lane.inFlight.size === 0) this.#options.wake();
    this.#pumpAgain(setting.id, lane);
  }

  /** Continues a lane in the next turn of the event loop, or after a pause. */
  #pumpAgain(settingId: string, lane: Lane): void {
    if (this.#drains > 0 || lane.again) return;
    const goOn = () => {
      lane.again = undefined;
      if (this.#drains > 0 || this.#isClosed) return;
      this.#reportOrRest(() => {
        const setting = this.#options.store.activeSettings.find(({ id }) => id === settingId);
        if (setting) this.#pumpLane(setting, false);
      });
      this.#isBusyTurn = false;
    };
    lane.again = lane.isFailing ? setTimeout(goOn, pauseWhenFailing).unref() : setImmediate(goOn);
  }

  #read(setting: NotificationSetting, { inFlight }: Lane, all: boolean): WaitingNotification[] {
    const { store, clock, chaos } = this.#options;
    const { reorder = 0 } = chaos.planFor(setting.id);
    const limit = reorder || 2 * concurrency;
    const due = store.outbox.due(setting.id, clock.now(), limit + inFlight.size).filter(({ id }) => !inFlight.has(id));
    if (reorder === 0) return due;
    return due.length >= reorder || all ? due.slice(0, reorder).reverse() : [];
  }

  /** Does background work. After an error, such as of a full disk, it reports it and pauses. */
  #reportOrRest(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#rest(error);
    }
  }

  #rest(because: unknown): void {
    this.#options.report(because);
    if (this.#resting) return;
    this.#resting = { because };
    setTimeout(() => {
      this.#resting = undefined;
      this.#options.wake();
    }, restMs).unref();
  }

  /** Delivers all that is due at the clock's time. @throws the error that prevents deliveries from being recorded */
  async drain(): Promise<void> {
    this.#drains += 1;
    try {
      for (this.#pump(true); this.#inFlight().length > 0; this.#pump(true)) await Promise.race(this.#inFlight());
    } finally {
      this.#drains -= 1;
    }
    if (this.#resting) throw this.#resting.because;
  }

  #signal(): AbortSignal {
    this.#run ??= new AbortController();
    return this.#run.signal;
  }

  #inFlight(): Promise<void>[] {
    return [...this.#lanes.values()].flatMap(({ inFlight }) => [...inFlight.values()]);
  }

  #isBusy(): boolean {
    return this.#inFlight().length > 0 || (this.firstDue() ?? Number.POSITIVE_INFINITY) <= this.#options.clock.now();
  }

  /** Returns the time of the first notification that is due after a time. */
  firstDue(after = Number.NEGATIVE_INFINITY): number | undefined {
    const { store } = this.#options;
    const times = store.activeSettings
      .map(({ id }) => store.outbox.firstDue(id, after))
      .filter((due) => due !== undefined);
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  #laneOf(settingId: string): Lane {
    const known = this.#lanes.get(settingId);
    if (known) return known;
    const lane: Lane = { next: [], inFlight: new Map(), isFailing: false, again: undefined };
    this.#lanes.set(settingId, lane);
    return lane;
  }

  #notifyListeners(): void {
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }
}
