import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { kindNames } from '../resources/kinds.ts';

const root = resolve(import.meta.dirname, '..');
const sources = globSync('**/*.ts', {
  cwd: root,
  exclude: ['**/*.test.ts', '**/testing/**', 'bench/**', 'hostile/**'],
});

/** Tables whose rows are visible through the API, the control plane or the pages. */
const visible: readonly string[] = [
  ...kindNames,
  'events',
  'notifications',
  'notification_logs',
  'removed_settings',
  'retired_secrets',
  'portal_sessions',
];
const write = /\b(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE(?! OF)|DELETE FROM)\s+(?<table>\w+|\$\{)/g;

function filesWith(isFound: (source: string) => boolean): string[] {
  return sources.filter((file) => isFound(readFileSync(resolve(root, file), 'utf8'))).toSorted();
}

// ARCHITECTURE.md holds the same list with its reasons. A new writer is a decision.
test('visible rows are written only by the store, and for accounts as a whole', () => {
  const writers = filesWith((source) =>
    [...source.matchAll(write)].some(({ groups }) => {
      const table = groups?.['table'] ?? '';
      return table === '${' || visible.includes(table);
    }),
  );
  expect(writers).toEqual([
    'state/database/account-rows.ts',
    'state/database/entity-row.ts',
    'state/database/kind-tables.ts',
    'state/database/migrations.ts',
    'state/database/tables.ts',
    'state/entries/notification-logs.ts',
    'state/entries/portal-sessions.ts',
    'state/entries/retired-secrets.ts',
    'state/forgetting.ts',
    'state/outbox.ts',
    'state/store.ts',
  ]);
});

test('entities are written without a change only by seeds and imports, and by a reset', () => {
  const callers = filesWith((source) => /\bstore\.(?:insert|insertAll|remove|clear)\(/.test(source));
  expect(callers).toEqual(['account/account.ts', 'imports/adder.ts']);
});
