import { createHash } from 'node:crypto';
import type { Ids } from '../../ids/ids.ts';
import type { Statements } from '../database/database.ts';

/** A portal session as stored: the targets of its links, and those already opened. */
export type StoredPortalSession = {
  account: number;
  portalId: string;
  customerId: string;
  subscriptionIds: readonly string[];
  /** Milliseconds since 1970 on the account's clock. */
  expiresAt: number;
  /** Links that were opened, as `action` or `action:subscription_id`. */
  opened: readonly string[];
};

/** A session to store, with its token and the account's time in milliseconds. */
export type NewPortalSession = { token: string; now: number; session: Omit<StoredPortalSession, 'opened'> };

/** The portal sessions of all accounts. Tokens are stored as hashes, since a link is as good as a password. */
export class PortalSessions {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** Generates an unused token. A seeded account that was restored or forked generates its earlier ones again. */
  makeToken(ids: Ids): string {
    for (;;) {
      const token = `pga_${ids.text(43)}`;
      if (!this.find(token)) return token;
    }
  }

  /** Stores a session, and removes the account's expired ones. */
  add({ token, session, now }: NewPortalSession): void {
    const { account, portalId, customerId, subscriptionIds, expiresAt } = session;
    this.#statements('DELETE FROM portal_sessions WHERE account = ? AND expires_at < ?').run(account, now);
    const sql = "INSERT INTO portal_sessions VALUES (?, ?, ?, ?, ?, ?, '')";
    const values = [hashOf(token), account, portalId, customerId, subscriptionIds.join(' '), expiresAt];
    this.#statements(sql).run(...values);
  }

  find(token: string): StoredPortalSession | undefined {
    const sql = 'SELECT * FROM portal_sessions WHERE token_hash = ?';
    // The columns are those of the table.
    const row = this.#statements(sql).get(hashOf(token)) as PortalSessionRow | undefined;
    return (
      row && {
        account: row.account,
        portalId: row.portal_id,
        customerId: row.customer_id,
        subscriptionIds: row.subscription_ids.split(' ').filter(Boolean),
        expiresAt: row.expires_at,
        opened: row.opened.split(' ').filter(Boolean),
      }
    );
  }

  /** Records the first opening of a link. */
  markOpened(token: string, link: string): void {
    const sql = `UPDATE portal_sessions SET opened = opened || ' ' || ?
      WHERE token_hash = ? AND instr(opened || ' ', ' ' || ? || ' ') = 0`;
    this.#statements(sql).run(link, hashOf(token), link);
  }
}

type PortalSessionRow = {
  account: number;
  portal_id: string;
  customer_id: string;
  subscription_ids: string;
  expires_at: number;
  opened: string;
};

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
