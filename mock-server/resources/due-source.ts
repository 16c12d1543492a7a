import type { Account, SourceKind } from '../account/account.ts';
import type { Change } from '../state/change.ts';
import type { Collection } from '../state/collection.ts';
import { DueEntities } from '../state/lists/due-entities.ts';
import { type Entities, type Kind, kinds } from './kinds.ts';

/**
 * Makes the source of the changes that a kind's entities make by themselves, at the times of its `dueAt`.
 *
 * @param fallDue returns the change of an entity that is due. The account's clock shows the due time. Afterwards the
 *   entity is due later, or not at all.
 */
export function dueSource<Name extends Kind>(
  kind: Name,
  fallDue: (entity: Entities[Name], account: Account) => Change,
): SourceKind {
  const dueAt = (entity: object) => kinds[kind].dueAt?.(entity) ?? Number.POSITIVE_INFINITY;
  return {
    accounts: `SELECT id AS account FROM accounts
      WHERE EXISTS (SELECT 1 FROM ${kind} WHERE account = accounts.id AND due_at IS NOT NULL)`,
    open: (account, statements) => {
      const due = new DueEntities(account.id, statements, kind, 'due_at');
      const { store } = account;
      const collections: { readonly [Each in Kind]: Collection<Each> } = store;
      return {
        name: kind,
        firstDue: () => due.first(),
        upcoming: (atMost) => due.upcoming(atMost),
        run: (time, atMost) => {
          const ids = due.at(time, atMost);
          for (const id of ids) {
            const change = fallDue(collections[kind].require(id), account);
            store.apply(change);
            const after = change.puts?.findLast((put) => put.kind === kind && put.entity.id === id);
            if (after === undefined || dueAt(after.entity) <= time)
              throw new Error(`The change of ${id} that was due left it due at the same time.`);
          }
          return ids.length;
        },
      };
    },
  };
}
