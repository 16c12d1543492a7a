import type { Account, DeliveriesKind } from '../../account/account.ts';
import type { Connections } from '../../notifications/connections.ts';
import { secretsOf } from '../../notifications/secrets.ts';
import { send } from '../../notifications/send.ts';
import { signatureHeader } from '../../notifications/signature.ts';
import type { Statements } from '../../state/database/database.ts';
import { deliveryBody } from '../../state/database/jsonb-text.ts';
import { DueEntities } from '../../state/lists/due-entities.ts';
import type { BackgroundDeliveries } from '../../time/source.ts';
import type { NotificationSetting } from '../notification-settings/kind.ts';
import type { SimulationEvent } from './kind.ts';
import { abort, attempted, receives, webhookOf } from './transitions.ts';

/** Runs whose events are sent at the same time. Those of one run are sent one after the other, in order. */
const runsAtOnce = 10;
/** Milliseconds without deliveries after one that could not be recorded: it would be sent again. */
const restMs = 1000;

/** Sends the events of simulations. */
export const simulatedDeliveries: DeliveriesKind = {
  accounts: `SELECT id AS account FROM accounts
    WHERE EXISTS (SELECT 1 FROM simulation_events WHERE account = accounts.id AND status = 'pending')`,
  open: (account, statements, services) => new SimulatedDeliveries(account, statements, services),
};

type Services = { connections: Connections; report: (error: unknown) => void };

/** An account's simulated events, apart from its notifications: no event of the account waits for them. */
class SimulatedDeliveries implements BackgroundDeliveries {
  readonly #account: Account;
  readonly #statements: Statements;
  readonly #services: Services;
  readonly #due: DueEntities;
  readonly #running = new Map<string, Promise<void>>();
  /** Aborted by each restart. Created with the first delivery, since most accounts simulate nothing. */
  #life: AbortController | undefined;
  #isClosed = false;
  #resting: { because: unknown } | undefined;

  constructor(account: Account, statements: Statements, services: Services) {
    this.#account = account;
    this.#statements = statements;
    this.#due = new DueEntities(account.id, statements, 'simulation_events', 'due_at');
    this.#services = services;
  }

  get hasWork(): boolean {
    return this.#running.size > 0 || this.firstDue() !== undefined;
  }

  firstDue(after = Number.NEGATIVE_INFINITY): number | undefined {
    const due = this.#due.first();
    return due !== undefined && due > after ? due : undefined;
  }

  begin(): void {
    if (this.#isClosed || this.#resting || this.#account.isHeld) return;
    for (const run of this.#pendingRuns()) {
      if (this.#running.size >= runsAtOnce) return;
      if (!this.#running.has(run)) this.#running.set(run, this.#deliverRun(run));
    }
  }

  async drain(): Promise<void> {
    for (this.begin(); this.#running.size > 0; this.begin()) await Promise.race(this.#running.values());
    if (this.#resting) throw this.#resting.because;
  }

  restart(): void {
    this.#life?.abort();
    this.#life = undefined;
    this.#running.clear();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#life?.abort();
    await Promise.allSettled(this.#running.values());
  }

  async #deliverRun(run: string): Promise<void> {
    this.#life ??= new AbortController();
    const { signal } = this.#life;
    try {
      while (!signal.aborted && !this.#account.isHeld) {
        const [event] = this.#pendingOf(run, 1);
        if (!event) break;
        await this.#deliver(event, signal);
      }
    } catch (error) {
      this.#rest(error);
    }
    if (signal.aborted) return;
    this.#running.delete(run);
    this.#account.agenda.wake();
  }

  async #deliver(event: SimulationEvent, signal: AbortSignal): Promise<void> {
    const account = this.#account;
    const { store } = account;
    const setting = store.notification_settings.find(event.notification_setting_id);
    if (!setting || !receives(setting)) {
      const run = store.simulation_runs.require(event.simulation_run_id);
      account.apply(abort(this.#pendingOf(run.id), run, account.moment()));
      return;
    }
    const attempt = await this.#attempt(event, setting, signal);
    // An attempt that a shutdown or a restore aborted does not count.
    if (account.isHeld) await account.whole();
    if (signal.aborted) return;
    const entity = store.simulation_runs.require(event.simulation_run_id);
    const run = { entity, isLast: this.#pendingOf(entity.id, 2).length < 2 };
    account.apply(attempted(event, attempt, run, account.moment()));
  }

  async #attempt(event: SimulationEvent, setting: NotificationSetting, signal: AbortSignal) {
    const body = deliveryBody(webhookOf(event));
    const secrets = secretsOf(setting, this.#account.store.secrets, this.#account.clock.now());
    // Real time, whatever the account's clock says: every SDK rejects a signature older than five seconds.
    const signature = signatureHeader(body, secrets, Math.floor(Date.now() / 1000));
    return { body, result: await send(setting.destination, body, signature, this.#services.connections, signal) };
  }

  #pendingRuns(): string[] {
    // The plus keeps SQLite from walking along all runs of the account, most of which have ended.
    const sql = `SELECT DISTINCT +simulation_run_id AS run FROM simulation_events WHERE account = ? AND status = 'pending'
      ORDER BY run`;
    return this.#statements(sql).pluck().all(this.#account.id).map(String);
  }

  /** Returns pending events of a run, oldest first. */
  #pendingOf(run: string, limit = Number.MAX_SAFE_INTEGER - 1): SimulationEvent[] {
    const { simulation_events } = this.#account.store;
    const where = { simulation_run_id: [run], status: ['pending'] };
    const query = { where, order: 'ASC' as const, limit, isCounted: false };
    return simulation_events.list(query).texts.map((text) => simulation_events.parse(text));
  }

  #rest(because: unknown): void {
    this.#services.report(because);
    if (this.#resting) return;
    this.#resting = { because };
    setTimeout(() => {
      this.#resting = undefined;
      this.#account.agenda.wake();
    }, restMs).unref();
  }
}
