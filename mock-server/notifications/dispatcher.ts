import type { NotificationSetting } from '../resources/notification-settings/kind.ts';
import type { WaitingNotification } from '../state/outbox.ts';
import type { Deliveries } from '../time/source.ts';
import { deliver, type Sender } from './delivery.ts';

/** Deliveries to one destination at once. */
const concurrency = 10;
/**
 * Deliveries to one destination that begin in one turn of the event loop while requests change things. They come turn by
 * turn too, and so get most of each turn, however much is queued.
 */
const perBusyTurn = 2;
/** Milliseconds until another delivery begins where the last one failed, so that a dead destination slows down no other. */
const pauseWhenFailing = 20;
/** Milliseconds without deliveries after one that could not be noted: what goes out then would go out again. */
const restMs = 1000;

/** One destination's deliveries. */
type Lane = {
  /** Read from the store, and not begun yet. Everything else stays in the store, however much it is. */
  next: WaitingNotification[];
  inFlight: Map<string, Promise<void>>;
  isFailing: boolean;
  /** Goes on when it is time to. */
  again: NodeJS.Immediate | NodeJS.Timeout | undefined;
};

/** How many notifications are due now, and how many will be later. */
export type Waiting = { due: number; later: number };

/** The parts of an account that its dispatcher works with. */
export type DispatcherOptions = Sender & {
  /** Is called whenever something may have become due. */
  wake: () => void;
  /** Receives errors of work that nobody waits for. */
  report: (error: unknown) => void;
};

/**
 * Delivers an account's notifications; its agenda says when. Each destination has a lane of its own, so that
 * a dead one holds up no other. Nothing is awaited while a request is answered.
 */
export class Dispatcher implements Deliveries {
  readonly #options: DispatcherOptions;
  #isClosed = false;
  /** Ends with each restart. Made when something is delivered: most accounts have no destinations. */
  #run: AbortController | undefined;
  #lanes = new Map<string, Lane>();
  /** Calls of `drain` that are under way, which begin all deliveries themselves. */
  #drains = 0;
  /** Whether something changed since deliveries were begun last. */
  #isBusyTurn = false;
  #listeners: (() => void)[] = [];
  /** Why nothing is delivered for a while. */
  #resting: { because: unknown } | undefined;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** Begins deliveries that are due. @throws the error of a store that cannot be read */
  begin(): void {
    this.#isBusyTurn = true;
    this.#pump(false);
  }

  /** Waits until nothing is due, or until a time is over, in real milliseconds. Tells what waits then. */
  async settle(timeoutMs: number): Promise<Waiting> {
    let isOver = false;
    const timer = setTimeout(() => {
      isOver = true;
      this.#tell();
    }, timeoutMs);
    for (this.#pump(true); !isOver && !this.#isClosed && this.#isBusy(); this.#pump(true)) {
      await new Promise<void>((resolve) => this.#listeners.push(resolve));
    }
    clearTimeout(timer);
    return this.waiting();
  }

  /** Whether something waits, now or later, or is on its way. */
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

  /** Begins anew, after the account's rows were changed: what is on its way is cut off, and what was read is dropped. */
  restart(): void {
    this.#run?.abort();
    this.#run = undefined;
    this.#lanes = new Map();
    this.#tell();
  }

  /** Has no lane any more for a destination that was removed. What is on its way there ends. */
  forget(settingId: string): void {
    const lane = this.#lanes.get(settingId);
    if (lane?.inFlight.size === 0) this.#lanes.delete(settingId);
  }

  /** Stops. What is on its way is cut off, and stays due in the store. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#run?.abort();
    this.#tell();
    await Promise.allSettled([...this.#lanes.values()].flatMap(({ inFlight }) => [...inFlight.values()]));
  }

  /** Begins as many deliveries as may run at once. With `all`, those that wait for company go too. */
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
    // Under a plan, one after the other: only so is the order what the plan says.
    const atOnce = Object.keys(plan).length > 0 ? 1 : concurrency;
    // Who waits for deliveries wants them now.
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
    this.#tell();
    if (signal.aborted) return;
    if (lane.inFlight.size === 0) this.#options.wake();
    this.#pumpAgain(setting.id, lane);
  }

  /** Goes on with a lane in the next turn of the event loop, or after a pause. */
  #pumpAgain(settingId: string, lane: Lane): void {
    if (this.#drains > 0 || lane.again) return;
    const goOn = () => {
      lane.again = undefined;
      if (this.#drains > 0 || this.#isClosed) return;
      this.#orRest(() => {
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

  /** Does what nobody waits for, so that its failure, as of a full disk, has nobody to go to. */
  #orRest(work: () => void): void {
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

  /** Delivers all that is due at the clock's time. @throws what keeps deliveries from being noted */
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

  /** When the first notification behind a time is due. */
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

  #tell(): void {
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }
}
