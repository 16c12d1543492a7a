import type { RotationFacts } from '../../resources/api-key-rotations/kind.ts';
import type { SubscriptionTerms } from '../../resources/subscriptions/kind.ts';
import type { TransactionParts } from '../../resources/transactions/kind.ts';
import type { Statements } from '../database/database.ts';

type FactsByKind = {
  subscriptions: SubscriptionTerms;
  transactions: TransactionParts;
  key_rotations: RotationFacts;
  /** About a transaction whose change was prevented: it is canceled when these facts are due. */
  declined: object;
  /** About a subscription that is past due: the next attempt to collect is made when these facts are due. */
  dunning: Dunning;
  /** That an account pays out each month: the balance is paid out when these facts are due. */
  payout_schedule: object;
};

/** An unpaid bill that is charged again and again. */
export type Dunning = {
  transaction_id: string;
  /** Time of the failed payment, in milliseconds. */
  since: number;
  /** Attempts since then. */
  retries: number;
};

/** Kinds with facts that the API does not show. */
type KindWithFacts = keyof FactsByKind;

/** Kinds of facts that are stored beside others about the same entity. */
export const kindsBeside = ['declined', 'dunning', 'payout_schedule'] as const satisfies readonly KindWithFacts[];
export type KindBeside = (typeof kindsBeside)[number];

/** Facts to store about an entity. They replace earlier ones. */
export type FactsPut = {
  [Kind in KindWithFacts]: {
    kind: Kind;
    id: string;
    /** `null` removes them. */
    facts: FactsByKind[Kind] | null;
    /** Time at which they make something happen, in milliseconds. */
    due?: number;
  };
}[KindWithFacts];

/** One account's facts about entities that the API does not show. Entities of seeds and imports have none. */
export class PrivateFacts {
  readonly #account: number;
  readonly #statements: Statements;

  constructor(account: number, statements: Statements) {
    this.#account = account;
    this.#statements = statements;
  }

  find<Kind extends KindWithFacts>(kind: Kind, id: string): FactsByKind[Kind] | undefined {
    const sql = 'SELECT facts FROM private_facts WHERE account = ? AND id = ?';
    const facts = this.#statements(sql).pluck().get(this.#account, keyOf(kind, id));
    // The key is of this kind, so `put` wrote facts of it.
    return typeof facts === 'string' ? (JSON.parse(facts) as FactsByKind[Kind]) : undefined;
  }

  put({ kind, id, facts, due }: FactsPut): void {
    if (facts === null) {
      this.remove(keyOf(kind, id));
      return;
    }
    const sql = `INSERT INTO private_facts (account, id, facts, due_at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET facts = excluded.facts, due_at = excluded.due_at`;
    this.#statements(sql).run(this.#account, keyOf(kind, id), JSON.stringify(facts), due ?? null);
  }

  remove(key: string): void {
    this.#statements('DELETE FROM private_facts WHERE account = ? AND id = ?').run(this.#account, key);
  }
}

/** Returns the key of facts: the ID of the entity, after the kind of those that stand beside others. */
function keyOf(kind: KindWithFacts, id: string): string {
  return kindsBeside.some((beside) => beside === kind) ? `${kind}_${id}` : id;
}
