import type { Seed } from '#fixtures/index.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../account/account.ts';
import { counted } from '../text/counted.ts';
import { atOnce, inPortions, type Steps } from '../time/in-portions.ts';
import { Adder } from './adder.ts';
import { addSource } from './import.ts';
import type { RefusedRow } from './report.ts';
import { type SeedCounts, seedAccount, seedAtOnce, type UncheckedSeed } from './seeds.ts';
import type { ImportSource } from './source.ts';

/** Initial data of a mock: entities by kind, or exported or recorded data. */
export type Fixtures = Seed | UncheckedSeed | ImportSource;

/** Adds initial data, all or none. @throws UsageError that names the fields which do not fit */
export function addFixtures(account: Account, fixtures: Fixtures): void {
  if (isSource(fixtures))
    atOnce(account, addWhole(account, adderFor(account, fixtures), fixtures, 'start with the fixtures'));
  else seedAtOnce(account, fixtures);
}

/** Adds data to a running mock, all or none. @throws UsageError that names the fields which do not fit */
export async function addSeed(account: Account, seed: object): Promise<SeedCounts> {
  if (!isSource(seed)) return seedAccount(account, seed);
  const adder = adderFor(account, seed);
  try {
    return await inPortions(account, addWhole(account, adder, seed, 'seed'));
  } catch (error) {
    adder.undo();
    throw error;
  }
}

function isSource(fixtures: object): fixtures is ImportSource {
  const [name, other] = Object.keys(fixtures).filter((key) => key !== 'events');
  return (name === 'csv' || name === 'recorded') && other === undefined;
}

function adderFor(account: Account, { events }: ImportSource): Adder {
  return new Adder(account, events === 'imported');
}

function* addWhole(account: Account, adder: Adder, source: ImportSource, task: string): Steps<SeedCounts> {
  const { accepted, refused, notes } = yield* addSource(account, adder, source);
  const [first, ...others] = refused;
  if (first) refuse(task, first, others.length);
  yield* adder.announceAll();
  for (const { about, note, rows } of notes) account.notice(`Fixtures: ${about} ${note} (${counted(rows, 'row')}).`);
  return accepted;
}

function refuse(task: string, { row, faults }: RefusedRow, others: number): never {
  const reasons = faults.map(({ field, reason }) => (field === null ? reason : `${field}: ${reason}`)).join('; ');
  const rest = others === 0 ? '' : `, and ${counted(others, 'row')} more`;
  throw new UsageError(
    `Could not ${task}: row ${row}: ${reasons}${rest}. Correct them, or add what fits with \`paddock import\`.`,
  );
}
