import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Statements } from './database/database.ts';

/** A link to a document of an account, which works until a time on the account's clock. */
export type SignedLink = { account: number; expiresAt: number };

/**
 * Tokens of links to documents such as invoices. They are signed rather than stored, since making a link is a read. The
 * secret is the hash of one of the account's keys, which only their owner knows, so links survive a restart, and further
 * keys.
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
    const [secret] = this.#secretsOf(link.account);
    return `${link.account}.${link.expiresAt}.${secret === undefined ? '' : signatureOf(link, subject, secret)}`;
  }

  /** Returns the link if its token is for the subject, also when it has expired. */
  find(token: string, subject: string): SignedLink | undefined {
    const [, account, expiresAt, signature] = /^(\d{1,15})\.(\d{1,15})\.([0-9a-f]{64})$/.exec(token) ?? [];
    if (signature === undefined) return undefined;
    const link = { account: Number(account), expiresAt: Number(expiresAt) };
    const isSigned = this.#secretsOf(link.account).some((secret) =>
      timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(link, subject, secret))),
    );
    return isSigned ? link : undefined;
  }

  #secretsOf(account: number): string[] {
    return this.#statements('SELECT hash FROM api_keys WHERE account = ?').pluck().all(account).map(String);
  }
}

function signatureOf({ account, expiresAt }: SignedLink, subject: string, secret: string): string {
  return createHmac('sha256', secret).update(`${account} ${expiresAt} ${subject}`).digest('hex');
}
