import { Account, type AccountDefaults, type AccountRow } from './context.ts';
import { invalidToken, PaddleApiError } from './errors.ts';
import { ApiKeys, defaultApiKey, type KeyTerms, makeApiKey, readApiKey } from './state/api-keys.ts';
import { Clock } from './state/clock.ts';
import { type Database, type Statements, statementsOf } from './state/database.ts';
import { PortalSessions } from './state/portal-sessions.ts';

/** An account, and what the key that was shown may do there. */
export type Access = { account: Account; apiKey: string; permissions: ReadonlySet<string> | null };

type CachedAccess = Access & { expiresAt: number | null };

/** Headers that are remembered, so that a busy key is not looked up and hashed for each request. */
const cachedAtMost = 10_000;

/** All accounts of a server. A key that nobody has seen before opens an account of its own, empty and apart. */
export class Accounts {
  readonly portalSessions: PortalSessions;
  readonly #database: Database;
  readonly #statements: Statements;
  readonly #defaults: AccountDefaults;
  readonly #keys: ApiKeys;
  readonly #accounts = new Map<number, Account>();
  readonly #cache = new Map<string, CachedAccess>();

  constructor(database: Database, defaults: AccountDefaults) {
    this.#database = database;
    this.#statements = statementsOf(database);
    this.#defaults = defaults;
    this.#keys = new ApiKeys(database);
    this.portalSessions = new PortalSessions(database);
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
      throw invalidToken('This key has expired.');
    if (header !== undefined && !cached) this.#remember(header, access);
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

  /** Goes on with the deliveries that an earlier run left. */
  resume(): void {
    const sql = 'SELECT DISTINCT account FROM notifications WHERE due IS NOT NULL';
    for (const id of this.#statements(sql).pluck().all()) this.byId(Number(id)).dispatcher.wake();
  }

  /** Stops all deliveries, and lets go what faults hold back. */
  async close(): Promise<void> {
    await Promise.all([...this.#accounts.values()].map((account) => account.close()));
  }

  byId(id: number): Account {
    return this.#accounts.get(id) ?? this.#load(id, String(id));
  }

  /** Makes another key for an account. */
  createKey(account: Account, terms: KeyTerms): string {
    const apiKey = makeApiKey(account.ids);
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
    if (stored?.revoked) throw invalidToken('This key was revoked.');
    const account = stored
      ? (this.#accounts.get(stored.account) ?? this.#load(stored.account, apiKey))
      : this.#create(apiKey);
    const permissions = stored?.permissions ? new Set(stored.permissions) : null;
    return { account, apiKey, permissions, expiresAt: stored?.expiresAt ?? null };
  }

  #remember(header: string, access: CachedAccess): void {
    if (this.#cache.size >= cachedAtMost) this.#cache.clear();
    this.#cache.set(header, access);
  }

  #create(apiKey: string): Account {
    const { behaviours, clock } = this.#defaults;
    const start = new Clock();
    if (clock) start.set(clock);
    const insert = this.#database.prepare('INSERT INTO accounts (behaviours, clock) VALUES (?, ?)');
    const id = this.#database.transaction(() => {
      const row = insert.run(JSON.stringify(behaviours), JSON.stringify(start.state));
      this.#keys.add(apiKey, Number(row.lastInsertRowid), { permissions: null, expiresAt: null });
      return Number(row.lastInsertRowid);
    })();
    return this.#keep({ id, behaviours, clock: start.state }, apiKey);
  }

  #load(id: number, name: string): Account {
    const row = this.#database
      .prepare<[number], { behaviours: string; clock: string }>('SELECT behaviours, clock FROM accounts WHERE id = ?')
      .get(id);
    if (!row) throw new Error(`There is no account ${id} in the store.`);
    // A file of an earlier Paddock may lack behaviours that came later.
    const behaviours = { ...this.#defaults.behaviours, ...JSON.parse(row.behaviours) };
    return this.#keep({ id, behaviours, clock: JSON.parse(row.clock) }, name);
  }

  #keep(row: AccountRow, name: string): Account {
    const account = new Account(this.#database, this.#statements, row, this.#defaults, name);
    this.#accounts.set(row.id, account);
    return account;
  }
}
