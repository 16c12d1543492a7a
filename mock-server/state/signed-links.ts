import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Statements } from './database/database.ts';

/** A link to a document of an account, which works until a time on the account's clock. */
export type SignedLink = { account: number; expiresAt: number };

/**
 * Tokens of links to documents such as invoices. They are signed rather than stored, since making a link is a read. The
 * secret is the hash of one of the account's keys, which only their owner knows, so links survive a restart.
 */
export class SignedLinks {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /**
   * Makes the token of a link.
   *
   * @param subject what the link shows
   */
  sign(link: SignedLink, subject: string): string {
    return `${link.account}.${link.expiresAt}.${this.#signatureOf(link, subject) ?? ''}`;
  }

  /** Returns the link if its token is for the subject, also when it has expired. */
  find(token: string, subject: string): SignedLink | undefined {
    const [, account, expiresAt, signature = ''] = /^(\d{1,15})\.(\d{1,15})\.([0-9a-f]{64})$/.exec(token) ?? [];
    const link = { account: Number(account), expiresAt: Number(expiresAt) };
    const expected = signature ? this.#signatureOf(link, subject) : undefined;
    return expected && timingSafeEqual(Buffer.from(signature), Buffer.from(expected)) ? link : undefined;
  }

  #signatureOf({ account, expiresAt }: SignedLink, subject: string): string | undefined {
    const secret = this.#statements('SELECT min(hash) FROM api_keys WHERE account = ?').pluck().get(account);
    if (typeof secret !== 'string') return undefined;
    return createHmac('sha256', secret).update(`${account} ${expiresAt} ${subject}`).digest('hex');
  }
}
