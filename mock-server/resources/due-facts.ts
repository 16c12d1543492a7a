import type { Account, SourceKind } from '../account/account.ts';
import type { Change } from '../state/change.ts';
import { type KindBeside, kindsBeside } from '../state/entries/private-facts.ts';
import { DueEntities } from '../state/lists/due-entities.ts';

/** Makes what facts about an entity make happen. Afterwards the facts are due later, or gone. */
type Happen = (id: string, account: Account) => Change;

/** Makes the source of changes that facts about entities make happen, at the time that they are stored with. */
export function dueFacts(happenings: Readonly<Record<KindBeside, Happen>>): SourceKind {
  return {
    accounts: `SELECT id AS account FROM accounts
      WHERE EXISTS (SELECT 1 FROM private_facts WHERE account = accounts.id AND due_at IS NOT NULL)`,
    open: (account, statements) => {
      const due = new DueEntities(account.id, statements, 'private_facts', 'due_at');
      return {
        name: 'facts about entities',
        firstDue: () => due.first(),
        upcoming: (atMost) => due.upcoming(atMost).map(({ id: key, time }) => ({ id: subjectOf(key).id, time })),
        run: (time, atMost) => {
          const keys = due.at(time, atMost);
          for (const key of keys) {
            const { kind, id } = subjectOf(key);
            account.store.apply(happenings[kind](id, account));
          }
          if (due.at(time, 1)[0] === keys[0]) throw new Error(`The change of ${keys[0]} that was due left it due.`);
          return keys.length;
        },
      };
    },
  };
}

function subjectOf(key: string): { kind: KindBeside; id: string } {
  const kind = kindsBeside.find((each) => key.startsWith(`${each}_`));
  if (!kind) throw new Error(`The facts ${key} are due, and nothing follows from them.`);
  return { kind, id: key.slice(kind.length + 1) };
}
