import { UsageError } from '#openapi/text/usage-error.ts';
import { PaddleApiError, paddleError } from '../errors/errors.ts';
import { ApiKeys, defaultApiKey, type KeyTerms, makeApiKey, readApiKey } from '../state/api-keys.ts';
import { copyRows, isSmall, removalSteps, removeRows } from '../state/database/account-rows.ts';
import { type Statements, statementsOf, type Transaction } from '../state/database/database.ts';
import type { Database } from '../state/database/sqlite.ts';
import { damaged } from '../state/database/storage-failure.ts';
import { Discarding } from '../state/discarding.ts';
import type { Limits } from '../state/limits.ts';
import { PortalSessions } from '../state/portal-sessions.ts';
import { Clock } from '../time/clock.ts';
import { inPortions } from '../time/in-portions.ts';
import { Account, type AccountDefaults, type AccountRow } from './account.ts';
import { Snapshots } from './snapshots.ts';

/** An account, and what the key that was shown may do there. */
export type Access = { account: Account; apiKey: string; permissions: ReadonlySet<string> | null };

type CachedAccess = Access & { expiresAt: number | null };

/** SQL for accounts that no key opens: those of snapshots, and those that are being removed. */
const noAccounts = 'SELECT holder FROM snapshots UNION ALL SELECT account FROM discarded';

/** A restore, or without a source a reset, that was begun. */
type Unfinished = { account: number; source: number | null; memory: string };

/** Headers that are remembered, so that a busy key is not looked up and hashed for each request. */
const cachedAtMost = 10_000;

/** All accounts of a server. A key that nobody has seen before opens an account of its own, empty and apart. */
export class Accounts {
  readonly portalSessions: Pick<PortalSessions, 'find'>;
  readonly snapshots: Snapshots;
  readonly #database: Database;
  readonly #statements: Statements;
  readonly #transaction: Transaction;
  readonly #defaults: AccountDefaults;
  readonly #keys: ApiKeys;
  readonly #discarding: Discarding;
  readonly #accounts = new Map<number, Account>();
  readonly #cache = new Map<string, CachedAccess>();
  #lastUsed: Account | undefined;
  #evicted = 0;

  constructor(database: Database, defaults: AccountDefaults) {
    this.#database = database;
    this.#statements = statementsOf(database);
    this.#transaction = database.transaction;
    this.#defaults = defaults;
    this.#keys = new ApiKeys(this.#statements);
    this.portalSessions = new PortalSessions(this.#statements);
    this.#discarding = new Discarding(this.#statements, this.#transaction, defaults.report);
    this.snapshots = new Snapshots(database, this.#statements, this.#discarding, defaults.limits.snapshots);
  }

  /**
   * Finds the account of an `Authorization` header.
   *
   * @throws PaddleApiError authentication_missing, authentication_malformed or invalid_token
   */
  authenticate(header: string | undefined): Access {
    const cached = header === undefined ? undefined : this.#cache.get(header);
    const access = cached ?? this.#open(readApiKey(header));
    // @evidence assumed: Paddle names unknown, revoked and foreign keys; an expired one is taken to answer the same.
    if (access.expiresAt !== null && access.account.clock.now() >= access.expiresAt)
      throw paddleError('invalid_token', { hint: 'This key has expired.' });
    if (header !== undefined && !cached) this.#remember(header, access);
    this.#use(access.account);
    return access;
  }

  /** The account of an `Authorization` header, and the default one where the header opens none. */
  accountOf(header: string | undefined): Account {
    try {
      return this.authenticate(header).account;
    } catch (error) {
      if (error instanceof PaddleApiError) return this.default();
      throw error;
    }
  }

  get limits(): Limits {
    return this.#defaults.limits;
  }

  /** How many accounts were forgotten because there were too many. */
  get evicted(): number {
    return this.#evicted;
  }

  /** Whether nobody has used the store yet. */
  get isNew(): boolean {
    return this.#database.prepare('SELECT 1 FROM accounts LIMIT 1').get() === undefined;
  }

  /** The account that exists from the start. */
  default(): Account {
    return this.#open(defaultApiKey).account;
  }

  /** Access without a key, for operations that take none. */
  anonymous(): Access {
    return this.#open(defaultApiKey);
  }

  /** Finishes what an earlier run was ended in the middle of. */
  finish(refill: (account: Account) => void): void {
    const sql = 'SELECT account, source, memory FROM unfinished';
    // The columns are those of the SELECT.
    for (const { account: id, source, memory } of this.#statements(sql).all() as Unfinished[]) {
      const account = this.byId(id);
      if (source === null) account.reset(() => refill(account));
      else this.snapshots.finishRestore(account, { holder: source, memory });
    }
  }

  /** Puts an account back to its start, which `refill` adds what is there from the start to. */
  reset(account: Account, refill: (account: Account) => void): void | Promise<void> {
    if (isSmall(this.#statements, account.id)) return account.reset(() => refill(account));
    return account.alone(async () => {
      account.restart();
      this.#statements("INSERT OR REPLACE INTO unfinished VALUES (?, NULL, '')").run(account.id);
      await account.untilDone(async () => {
        await inPortions(account, removalSteps(this.#statements, account.id));
        account.reset(() => refill(account));
      });
    });
  }

  /** Goes on with the changes, deliveries and removals that an earlier run left. */
  resume(): void {
    this.#discarding.goOn();
    const sql = `SELECT account FROM counts WHERE kind = 'notifications' AND status = 'waiting' AND number > 0
      AND account NOT IN (${noAccounts})
      UNION SELECT account FROM removed_settings WHERE account NOT IN (${noAccounts})`;
    const due = (this.#defaults.sources ?? []).map(
      ({ accounts }) => `UNION SELECT * FROM (${accounts}) WHERE account NOT IN (${noAccounts})`,
    );
    const ids = this.#statements([sql, ...due].join(' '))
      .pluck()
      .all();
    for (const id of ids) this.byId(Number(id)).agenda.wake();
  }

  /** How many accounts there are in the store. Snapshots are kept as accounts, and are none. */
  count(): number {
    return Number(this.#statements(`SELECT count(*) FROM accounts WHERE id NOT IN (${noAccounts})`).pluck().get());
  }

  /** How many notifications wait for their next attempt. */
  countWaiting(): number {
    return Number(
      this.#statements(
        `SELECT total(number) FROM counts WHERE kind = 'notifications' AND status = 'waiting'
          AND account NOT IN (${noAccounts})`,
      )
        .pluck()
        .get(),
    );
  }

  /** Waits until no account has anything due, or until a time is over, in real milliseconds. */
  async settle(timeoutMs: number): Promise<void> {
    await Promise.all([...this.#accounts.values()].map((account) => account.settle(timeoutMs)));
  }

  /** Stops all deliveries, and lets go what faults hold back. */
  async close(): Promise<void> {
    this.#discarding.close();
    await Promise.all([...this.#accounts.values()].map((account) => account.close()));
  }

  byId(id: number): Account {
    return this.#accounts.get(id) ?? this.#load(id, String(id));
  }

  /**
   * Copies an account, with its clock, behaviours and queue, into one that a key opens that nobody has used.
   *
   * @param apiKey the key; without it, one is made
   * @returns the key
   * @throws UsageError for a key that is in use or malformed
   */
  fork(account: Account, apiKey?: string): string | Promise<string> {
    const { memory } = account;
    const key = apiKey ?? this.#unusedKey(account);
    if (apiKey !== undefined) this.#refuseUsed(apiKey);
    if (!isSmall(this.#statements, account.id)) return account.alone(() => this.#forkInPortions(account, key));
    this.#database.transaction(() => {
      const forked = this.#create(key);
      copyRows(this.#statements, account.id, forked.id);
      forked.goTo(memory);
    });
    return key;
  }

  async #forkInPortions(account: Account, key: string): Promise<string> {
    const { memory } = account;
    await this.snapshots.copy(account, (copy) => {
      // Others may have used it meanwhile.
      this.#refuseUsed(key);
      this.#keys.add(key, copy, { permissions: null, expiresAt: null });
      this.#load(copy, key).goTo(memory);
    });
    return key;
  }

  /** Makes another key for an account. */
  createKey(account: Account, terms: KeyTerms): string {
    const apiKey = this.#unusedKey(account);
    this.#keys.add(apiKey, account.id, terms);
    return apiKey;
  }

  /** Answers whether the account had the key. */
  revokeKey(account: Account, apiKey: string): boolean {
    this.#cache.clear();
    return this.#keys.revoke(apiKey, account.id);
  }

  #open(apiKey: string): CachedAccess {
    const stored = this.#keys.find(apiKey);
    if (stored?.revoked) throw paddleError('invalid_token', { hint: 'This key was revoked.' });
    const account = stored
      ? (this.#accounts.get(stored.account) ?? this.#load(stored.account, apiKey))
      : this.#create(apiKey);
    const permissions = stored?.permissions ? new Set(stored.permissions) : null;
    return { account, apiKey, permissions, expiresAt: stored?.expiresAt ?? null };
  }

  /** Makes a key. A seeded account that was restored or forked makes those again that it made before. */
  #unusedKey({ ids }: Account): string {
    for (;;) {
      const apiKey = makeApiKey(ids);
      if (!this.#keys.find(apiKey)) return apiKey;
    }
  }

  #refuseUsed(apiKey: string): void {
    try {
      readApiKey(`Bearer ${apiKey}`);
    } catch (error) {
      if (!(error instanceof PaddleApiError)) throw error;
      throw new UsageError(`Could not fork the account: ${error.hint ?? error.message}`);
    }
    if (this.#keys.find(apiKey)) {
      throw new UsageError(
        'Could not fork the account: the key is in use. Give a new one, or leave it out to have one generated.',
      );
    }
  }

  /** Puts an account behind all others, in the order of last use. */
  #use(account: Account): void {
    if (account === this.#lastUsed) return;
    this.#lastUsed = account;
    this.#accounts.delete(account.id);
    this.#accounts.set(account.id, account);
  }

  /** Forgets the account that was not used for longest and in which nothing is going on. There may be none. */
  #makeRoom(newcomer: Account): void {
    const kept = [newcomer.id, this.#keys.find(defaultApiKey)?.account];
    for (const account of this.#accounts.values()) {
      if (kept.includes(account.id) || !account.isIdle) continue;
      this.#evict(account);
      return;
    }
  }

  #evict(account: Account): void {
    const { isInFile, limits, notice } = this.#defaults;
    this.#accounts.delete(account.id);
    for (const [header, access] of this.#cache) if (access.account === account) this.#cache.delete(header);
    account.journal.clear();
    void account.close();
    if (!isInFile) this.#remove(account);
    this.#evicted += 1;
    // Not for each: a server that is full would print as fast as it is used.
    if (this.#evicted !== 1 && this.#evicted % 1_000 !== 0) return;
    const what = isInFile ? 'Unloaded' : 'Removed';
    notice(`${what} ${this.#evicted} idle accounts so far, to keep within --max-accounts ${limits.accounts}.`);
  }

  /** Removes an account with all that belongs to it. Its keys open a new one from then on. */
  #remove(account: Account): void {
    this.#transaction(() => {
      for (const { name } of this.snapshots.list(account)) this.snapshots.remove(account, name);
      this.#statements('DELETE FROM api_keys WHERE account = ?').run(account.id);
      if (!isSmall(this.#statements, account.id)) return this.#discarding.add(account.id);
      removeRows(this.#statements, account.id);
      this.#statements('DELETE FROM accounts WHERE id = ?').run(account.id);
    });
  }

  #remember(header: string, access: CachedAccess): void {
    if (this.#cache.size >= cachedAtMost) this.#cache.clear();
    this.#cache.set(header, access);
  }

  #create(apiKey: string): Account {
    const { behaviours, clock } = this.#defaults;
    const start = new Clock();
    if (clock) start.set(clock);
    const insert = this.#statements('INSERT INTO accounts (behaviours, clock) VALUES (?, ?)');
    let id = 0;
    this.#transaction(() => {
      id = Number(insert.run(JSON.stringify(behaviours), JSON.stringify(start.state)).lastInsertRowid);
      this.#keys.add(apiKey, id, { permissions: null, expiresAt: null });
    });
    return this.#keep({ id, behaviours, clock: start.state }, apiKey);
  }

  #load(id: number, name: string): Account {
    // The columns are those of the SELECT.
    const row = this.#database.prepare('SELECT behaviours, clock FROM accounts WHERE id = ?').get(id) as
      | { behaviours: string; clock: string }
      | undefined;
    if (!row) throw new Error(`There is no account ${id} in the store.`);
    return this.#keep({ id, ...this.#readRow(row) }, name);
  }

  #readRow({ behaviours, clock }: { behaviours: string; clock: string }): Omit<AccountRow, 'id'> {
    try {
      // A file of an earlier Paddock may lack behaviours that came later.
      return { behaviours: { ...this.#defaults.behaviours, ...JSON.parse(behaviours) }, clock: JSON.parse(clock) };
    } catch {
      throw damaged("An account's row is not valid JSON.");
    }
  }

  #keep(row: AccountRow, name: string): Account {
    const account = new Account(this.#transaction, this.#statements, row, this.#defaults, name);
    this.#accounts.set(row.id, account);
    if (this.#accounts.size > this.#defaults.limits.accounts) this.#makeRoom(account);
    return account;
  }
}
