import { UsageError } from '#openapi/text/usage-error.ts';
import { PaddleApiError, paddleError } from '../errors/errors.ts';
import type { Kind } from '../resources/kinds.ts';
import { ApiKeys, defaultApiKey, type KeyTerms, makeApiKey, readApiKey } from '../state/api-keys.ts';
import { copyRows, isSmall, removalSteps, removeKeys, removeRows } from '../state/database/account-rows.ts';
import { type Statements, statementsOf, type Transaction } from '../state/database/database.ts';
import type { Database } from '../state/database/sqlite.ts';
import { damaged } from '../state/database/storage-failure.ts';
import { Discarding } from '../state/discarding.ts';
import { PortalSessions } from '../state/entries/portal-sessions.ts';
import type { Limits } from '../state/limits.ts';
import { SignedLinks } from '../state/signed-links.ts';
import { Clock } from '../time/clock.ts';
import { inPortions } from '../time/in-portions.ts';
import { Account, type AccountDefaults, type AccountRow } from './account.ts';
import { Snapshots } from './snapshots.ts';

/** An account, and the permissions of the given key. */
export type Access = { account: Account; apiKey: string; permissions: ReadonlySet<string> | null };

type CachedAccess = Access & { expiresAt: number | null; usedAt: number };

/** Milliseconds between two notes of a key's use. */
const notedEvery = 3_600_000;

/** SQL for accounts without keys: those of snapshots, and those being removed. */
const noAccounts = 'SELECT holder FROM snapshots UNION ALL SELECT account FROM discarded';

/** An unfinished restore or, without a source, reset. */
type Unfinished = { account: number; source: number | null; memory: string };

/** The columns of an account's row that hold its state. */
type StoredAccount = { behaviours: string; clock: string; rules: string };

/** Limit of cached headers, which save looking up and hashing a busy key for each request. */
const cachedAtMost = 10_000;

/** All accounts of a server. An unknown key opens a new account of its own, initially empty. */
export class Accounts {
  readonly portalSessions: Pick<PortalSessions, 'find'>;
  readonly signedLinks: Pick<SignedLinks, 'find'>;
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
    this.signedLinks = new SignedLinks(this.#statements);
    this.#discarding = new Discarding(this.#statements, this.#transaction, defaults.report);
    this.snapshots = new Snapshots(database, this.#statements, this.#discarding, defaults.limits.maxSnapshots);
  }

  /**
   * Returns the account of an `Authorization` header.
   *
   * @throws PaddleApiError authentication_missing, authentication_malformed or invalid_token
   */
  authenticate(header: string | undefined): Access {
    const cached = header === undefined ? undefined : this.#cache.get(header);
    const access = cached ?? this.#open(readApiKey(header));
    // @evidence official: an expired key works no longer; assumed: it has the error of unknown and revoked ones
    if (access.expiresAt !== null && access.account.clock.now() >= access.expiresAt)
      throw paddleError('invalid_token', { hint: 'This key has expired.' });
    if (header !== undefined && !cached) this.#remember(header, access);
    if (!cached || access.account.clock.now() - access.usedAt >= notedEvery) this.#noteUse(access);
    this.#use(access.account);
    return access;
  }

  /** @throws PaddleApiError invalid_token for a key that was revoked or has expired */
  #noteUse(access: CachedAccess): void {
    const { account, apiKey } = access;
    // Rows that are being replaced have no keys yet.
    if (account.isHeld) return;
    access.usedAt = account.clock.now();
    const use = this.#defaults.useKey(account, apiKey);
    if (use !== 'used') this.#cache.clear();
    if (use === 'revoked') throw paddleError('invalid_token', { hint: 'This key was revoked.' });
    if (use === 'expired') throw paddleError('invalid_token', { hint: 'This key has expired.' });
  }

  /** Returns the account of an `Authorization` header, or the default one if the header is invalid. */
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

  /** Number of accounts forgotten because of the limit. */
  get evicted(): number {
    return this.#evicted;
  }

  /** True if the store has never been used. */
  get isNew(): boolean {
    return this.#database.prepare('SELECT 1 FROM accounts LIMIT 1').get() === undefined;
  }

  /** Returns the account that exists from the start. */
  default(): Account {
    return this.#open(defaultApiKey).account;
  }

  /** Returns access without a key, for operations that need none. */
  anonymous(): Access {
    return this.#open(defaultApiKey);
  }

  /** Finishes work that an earlier run was interrupted in. */
  finish(refill: (account: Account) => void): void {
    const sql = 'SELECT account, source, memory FROM unfinished';
    // The columns are those of the SELECT.
    for (const { account: id, source, memory } of this.#statements(sql).all() as Unfinished[]) {
      const account = this.byId(id);
      if (source === null) account.reset(() => refill(account));
      else this.snapshots.finishRestore(account, { holder: source, memory });
    }
  }

  /** Resets an account; `refill` adds its initial entities. */
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

  /** Resumes the changes, deliveries and removals that an earlier run left. */
  resume(): void {
    this.#discarding.goOn();
    const sql = `SELECT account FROM counts WHERE kind = 'notifications' AND status = 'waiting' AND number > 0
      AND account NOT IN (${noAccounts})
      UNION SELECT account FROM removed_settings WHERE account NOT IN (${noAccounts})`;
    const due = this.#defaults.sources.map(
      ({ accounts }) => `UNION SELECT * FROM (${accounts}) WHERE account NOT IN (${noAccounts})`,
    );
    const { accounts } = this.#defaults.deliveries;
    const sending = `UNION SELECT * FROM (${accounts}) WHERE account NOT IN (${noAccounts})`;
    const ids = this.#statements([sql, ...due, sending].join(' '))
      .pluck()
      .all();
    for (const id of ids) this.byId(Number(id)).agenda.wake();
  }

  /** Counts the accounts in the store, without those that hold snapshots. */
  count(): number {
    return Number(this.#statements(`SELECT count(*) FROM accounts WHERE id NOT IN (${noAccounts})`).pluck().get());
  }

  /** Counts notifications that await their next attempt. */
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

  /** Waits until no account has anything due, or until a timeout in real milliseconds. */
  async settle(timeoutMs: number): Promise<void> {
    await Promise.all([...this.#accounts.values()].map((account) => account.settle(timeoutMs)));
  }

  /** Stops all deliveries, and releases requests that faults hold back. */
  async close(): Promise<void> {
    this.#discarding.close();
    await Promise.all([...this.#accounts.values()].map((account) => account.close()));
  }

  /**
   * Returns the account that holds an entity; the oldest one if forks hold it too.
   *
   * @param column column with the value; the ID by default
   */
  accountWith(kind: Kind, value: string, column = 'id'): Account | undefined {
    const sql = `SELECT id FROM accounts WHERE id NOT IN (${noAccounts})
      AND EXISTS (SELECT 1 FROM ${kind} WHERE account = accounts.id AND ${kind}.${column} = ?) ORDER BY id LIMIT 1`;
    const found = this.#statements(sql).pluck().get(value);
    return found === undefined ? undefined : this.byId(Number(found));
  }

  byId(id: number): Account {
    return this.#accounts.get(id) ?? this.#load(id, String(id));
  }

  /**
   * Copies an account, with its clock, behaviours and queue, to an unused key.
   *
   * @param apiKey the key; generated by default
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
      removeKeys(this.#statements, forked.id);
      forked.goTo(memory);
    });
    return key;
  }

  async #forkInPortions(account: Account, key: string): Promise<string> {
    const { memory } = account;
    await this.snapshots.copy(account, (copy) => {
      // It may have been used meanwhile.
      this.#refuseUsed(key);
      this.#keys.add(key, copy, { permissions: null, expiresAt: null });
      removeKeys(this.#statements, copy);
      this.#load(copy, key).goTo(memory);
    });
    return key;
  }

  /** Creates another key of an account. */
  createKey(account: Account, terms: KeyTerms): string {
    const apiKey = this.#unusedKey(account);
    this.#keys.add(apiKey, account.id, terms);
    return apiKey;
  }

  /** Looks all keys up again, since some may have ended. */
  forgetKeys(): void {
    this.#cache.clear();
  }

  /** Returns the terms of an account's key; undefined if the account has no such key. */
  termsOf({ id }: Account, apiKey: string): KeyTerms | undefined {
    const stored = this.#keys.find(apiKey);
    return stored?.account === id ? stored : undefined;
  }

  /** Revokes a key. Returns false if the account does not have it. */
  revokeKey(account: Account, apiKey: string): boolean {
    this.forgetKeys();
    return this.#keys.revoke(apiKey, account.id);
  }

  #open(apiKey: string): CachedAccess {
    const stored = this.#keys.find(apiKey);
    if (stored?.revoked) throw paddleError('invalid_token', { hint: 'This key was revoked.' });
    const account = stored
      ? (this.#accounts.get(stored.account) ?? this.#load(stored.account, apiKey))
      : this.#create(apiKey);
    const permissions = stored?.permissions ? new Set(stored.permissions) : null;
    return { account, apiKey, permissions, expiresAt: stored?.expiresAt ?? null, usedAt: 0 };
  }

  /** Generates a key. A seeded account that was restored or forked generates its earlier ones again. */
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

  /** Marks an account as used last. */
  #use(account: Account): void {
    if (account === this.#lastUsed) return;
    this.#lastUsed = account;
    this.#accounts.delete(account.id);
    this.#accounts.set(account.id, account);
  }

  /** Forgets the least recently used idle account, if there is one. */
  #makeRoom(added: Account): void {
    const kept = [added.id, this.#keys.find(defaultApiKey)?.account];
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
    // Reported once per thousand, so that a full server does not flood the log.
    if (this.#evicted !== 1 && this.#evicted % 1_000 !== 0) return;
    const what = isInFile ? 'Unloaded' : 'Removed';
    notice(`${what} ${this.#evicted} idle accounts so far, to keep within --max-accounts ${limits.maxAccounts}.`);
  }

  /** Removes an account with all that belongs to it. Its keys open new ones from then on. */
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
    return this.#keep({ id, behaviours, clock: start.state, rules: '{}' }, apiKey);
  }

  #load(id: number, name: string): Account {
    // The columns are those of the SELECT.
    const row = this.#database.prepare('SELECT behaviours, clock, rules FROM accounts WHERE id = ?').get(id) as
      | StoredAccount
      | undefined;
    if (!row) throw new Error(`There is no account ${id} in the store.`);
    return this.#keep({ id, ...this.#readRow(row) }, name);
  }

  #readRow({ behaviours, clock, rules }: StoredAccount): Omit<AccountRow, 'id'> {
    try {
      // A file of an earlier Paddock may lack newer behaviours.
      return {
        behaviours: { ...this.#defaults.behaviours, ...JSON.parse(behaviours) },
        clock: JSON.parse(clock),
        rules,
      };
    } catch {
      throw damaged("An account's row is not valid JSON.");
    }
  }

  #keep(row: AccountRow, name: string): Account {
    const account = new Account(this.#transaction, this.#statements, row, this.#defaults, name);
    this.#accounts.set(row.id, account);
    if (this.#accounts.size > this.#defaults.limits.maxAccounts) this.#makeRoom(account);
    return account;
  }
}
