import type { Seed } from '#fixtures/index.ts';
import type { Account } from '../context.ts';
import { seedAccount, type UncheckedSeed } from '../state/seeds.ts';
import { UsageError } from '../usage-error.ts';
import { importInto } from './import.ts';
import type { ImportSource } from './source.ts';

/** What a mock may start with: entities by kind, or what was exported or recorded. */
export type Fixtures = Seed | UncheckedSeed | ImportSource;

/** Adds what a mock starts with, all or none: it is to be what the file says. @throws UsageError that names what does not fit */
export function addFixtures(account: Account, fixtures: Fixtures): void {
  if (!('csv' in fixtures || 'recorded' in fixtures)) {
    seedAccount(account, fixtures);
    return;
  }
  const [first, ...others] = importInto(account, fixtures).refused;
  if (!first) return;
  throw new UsageError(
    `Could not start with the fixtures: row ${first.row}: ${first.field}: ${first.reason}, and ${others.length} other rows. Correct them, or add what fits with \`paddock import\`.`,
  );
}
