import type { Seed } from '#fixtures/index.ts';
import type { Account } from '../context.ts';
import { seedAtOnce, type UncheckedSeed } from '../state/seeds.ts';
import { UsageError } from '../usage-error.ts';
import { countRows } from './count-rows.ts';
import { importAtOnce } from './import.ts';
import type { RefusedRow } from './report.ts';
import type { ImportSource } from './source.ts';

/** What a mock may start with: entities by kind, or what was exported or recorded. */
export type Fixtures = Seed | UncheckedSeed | ImportSource;

/** Adds what a mock starts with, all or none: it is to be what the file says. @throws UsageError that names what does not fit */
export function addFixtures(account: Account, fixtures: Fixtures): void {
  if (!('csv' in fixtures || 'recorded' in fixtures)) {
    seedAtOnce(account, fixtures);
    return;
  }
  const { refused, notes } = importAtOnce(account, fixtures);
  const [first, ...others] = refused;
  if (first) refuse(first, others.length);
  for (const { about, note, rows } of notes) account.notice(`Fixtures: ${about} ${note} (${countRows(rows)}).`);
}

function refuse({ row, faults }: RefusedRow, others: number): never {
  const told = faults.map(({ field, reason }) => (field === null ? reason : `${field}: ${reason}`)).join('; ');
  const rest = others === 0 ? '' : `, and ${countRows(others)} more`;
  throw new UsageError(
    `Could not start with the fixtures: row ${row}: ${told}${rest}. Correct them, or add what fits with \`paddock import\`.`,
  );
}
