import type { SubscriptionTerms } from '../../resources/subscriptions/kind.ts';
import type { TransactionParts } from '../../resources/transactions/kind.ts';
import type { Statements } from '../database/database.ts';

type FactsByKind = {
  subscriptions: SubscriptionTerms;
  transactions: TransactionParts;
  /** Time at which a declined bill is canceled, in milliseconds. Its ID follows `declined_`. */
  declined: { cancel_at?: number };
};

/** Kinds with facts that the API does not show. */
type KindWithFacts = keyof FactsByKind;

/** Facts to store about an entity. They replace earlier ones. */
export type FactsPut = { [Kind in KindWithFacts]: { kind: Kind; id: string; facts: FactsByKind[Kind] } }[KindWithFacts];

/** One account's facts about entities that the API does not show. Entities of seeds and imports have none. */
export class PrivateFacts {
  readonly #account: number;
  readonly #statements: Statements;

  constructor(account: number, statements: Statements) {
    this.#account = account;
    this.#statements = statements;
  }

  find<Kind extends KindWithFacts>(_kind: Kind, id: string): FactsByKind[Kind] | undefined {
    const sql = 'SELECT facts FROM private_facts WHERE account = ? AND id = ?';
    const facts = this.#statements(sql).pluck().get(this.#account, id);
    // The ID has the kind's prefix, so `put` wrote facts of this kind.
    return typeof facts === 'string' ? (JSON.parse(facts) as FactsByKind[Kind]) : undefined;
  }

  put({ id, facts }: FactsPut): void {
    const sql = 'INSERT INTO private_facts VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET facts = excluded.facts';
    this.#statements(sql).run(this.#account, id, JSON.stringify(facts));
  }

  remove(id: string): void {
    this.#statements('DELETE FROM private_facts WHERE account = ? AND id = ?').run(this.#account, id);
  }
}
