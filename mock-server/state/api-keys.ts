import { createHash, randomBytes } from 'node:crypto';
import { paddleError } from '../errors/errors.ts';
import { Ids } from '../ids/ids.ts';
import { seededRandom } from '../ids/random.ts';
import type { Statements } from './database/database.ts';

/**
 * API key of the default account. It never changes, so a project's settings can hold it. It is no secret: every
 * well-formed sandbox key is accepted.
 */
export const defaultApiKey = 'pdl_sdbx_apikey_01kpadd0ck0000000000000000_PaddockSandboxDefault0_000';

/** Generates a new, well-formed sandbox key. */
export function makeApiKey(ids: Ids): string {
  return `pdl_sdbx_${ids.next('apikey')}_${ids.text(22)}_${ids.text(3)}`;
}

/** Permissions and expiry of a key. */
export type KeyTerms = {
  /** Permissions such as `customer.read`; `null` for all of them. */
  permissions: readonly string[] | null;
  /** Milliseconds since 1970 on the account's clock; `null` for never. */
  expiresAt: number | null;
};

/** A key as stored: under its hash, since it may also be a real key of Paddle's sandbox. */
export type StoredKey = KeyTerms & { account: number; revoked: boolean };

// @evidence official: the shape of keys, https://developer.paddle.com/api-reference/about/authentication
const sandboxKey = /^pdl_sdbx_apikey_[a-z\d]{26}_[a-zA-Z\d]{22}_[a-zA-Z\d]{3}$/;
const liveKey = /^pdl_live_apikey_/;
/** Keys from before May 2025, which do not name their environment. */
const legacyKey = /^[a-z\d]{50}$/;

/**
 * Reads the API key out of an `Authorization` header.
 *
 * @throws PaddleApiError authentication_missing, authentication_malformed or, for a live key, invalid_token
 */
export function readApiKey(header: string | undefined): string {
  if (!header)
    throw paddleError('authentication_missing', { hint: 'Send the header "Authorization: Bearer <API key>".' });
  const key = /^bearer +(\S+)$/i.exec(header)?.[1];
  if (key === undefined)
    throw paddleError('authentication_malformed', { hint: 'The Authorization header must be "Bearer <API key>".' });
  if (liveKey.test(key))
    throw paddleError('invalid_token', {
      hint: 'This is a live key. Paddock accepts only sandbox keys, so that live keys stay out of tests.',
    });
  if (!sandboxKey.test(key) && !legacyKey.test(key)) {
    throw paddleError('authentication_malformed', {
      hint: `This is not an API key. Use ${defaultApiKey}, or any key of that form.`,
    });
  }
  return key;
}

/** Returns the ID of a key, which all its secrets have in common. A legacy key has one that follows from its text. */
export function keyIdOf(apiKey: string): string {
  return /^pdl_sdbx_(apikey_[a-z\d]{26})_/.exec(apiKey)?.[1] ?? `apikey_${hashOf(apiKey).slice(0, 26)}`;
}

/** Makes another secret of a key. */
export function anotherSecret(apiKey: string, ids: Ids): string {
  return `pdl_sdbx_${keyIdOf(apiKey)}_${ids.text(22)}_${ids.text(3)}`;
}

export class ApiKeys {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  find(apiKey: string): StoredKey | undefined {
    const sql = 'SELECT account, permissions, expires_at, revoked FROM api_keys WHERE hash = ?';
    // The columns are those of the SELECT.
    const row = this.#statements(sql).get(hashOf(apiKey)) as KeyRow | undefined;
    return (
      row && {
        account: row.account,
        permissions: row.permissions === null ? null : row.permissions.split(' ').filter(Boolean),
        expiresAt: row.expires_at,
        revoked: row.revoked === 1,
      }
    );
  }

  add(apiKey: string, account: number, terms: KeyTerms): void {
    this.#statements('INSERT INTO api_keys (hash, account, permissions, expires_at) VALUES (?, ?, ?, ?)').run(
      hashOf(apiKey),
      account,
      terms.permissions?.join(' ') ?? null,
      terms.expiresAt,
    );
  }

  /** Lets a secret end at a time, in milliseconds; at 0, it was never valid. */
  end(hash: string, at: number): void {
    const sql = 'UPDATE api_keys SET revoked = ?, expires_at = ? WHERE hash = ?';
    this.#statements(sql).run(at === 0 ? 1 : 0, at, hash);
  }

  /** Revokes a key. Returns false if the account does not have it. */
  revoke(apiKey: string, account: number): boolean {
    const sql = 'UPDATE api_keys SET revoked = 1 WHERE hash = ? AND account = ?';
    return this.#statements(sql).run(hashOf(apiKey), account).changes === 1;
  }
}

type KeyRow = { account: number; permissions: string | null; expires_at: number | null; revoked: number };

/** Returns the hash that a key is stored under. */
export function hashOf(apiKey: string): string {
  return createHash('sha256').update(apiKey).digest('hex');
}

/** Generates a random sandbox key. The first request with it opens a new account. */
export function freshApiKey(): string {
  // Two hexadecimal digits per byte, so letters and digits only.
  const text = randomBytes(26).toString('hex');
  return `pdl_sdbx_apikey_${text.slice(0, 26)}_${text.slice(26, 48)}_${text.slice(48, 51)}`;
}

/** Generates one key per call; the same seed gives the same keys. */
export function seededApiKeys(seed: number): () => string {
  const ids = new Ids(() => 0, seededRandom(seed, 'fresh keys'));
  return () => makeApiKey(ids);
}
