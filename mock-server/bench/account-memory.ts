/**
 * Measures the memory of accounts: `node account-memory.ts ACCOUNTS ENTITIES` opens so many, each with so many
 * entities, and prints a line. Needs `--expose-gc`.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildLargeSeed } from '#fixtures/index.ts';
import { seedAtOnce } from '../imports/seeds.ts';
import { freshApiKey } from '../state/api-keys.ts';
import { newAccounts } from './new-accounts.ts';

/** Measures in its own process. */
export function measureAccounts(accounts: number, entities: number): string {
  const program = fileURLToPath(import.meta.url);
  return execFileSync(process.execPath, ['--expose-gc', program, `${accounts}`, `${entities}`], { encoding: 'utf8' });
}

function main(accountCount: number, entityCount: number): void {
  const accounts = newAccounts();
  const [{ customers } = { customers: [] }] = buildLargeSeed({ customers: entityCount });
  const open = (count: number) => {
    for (let opened = 0; opened < count; opened += 1) {
      seedAtOnce(accounts.authenticate(`Bearer ${freshApiKey()}`).account, { customers });
    }
  };
  open(100); // Excludes what all accounts share.
  const before = used();
  open(accountCount);
  const after = used();
  const each = (name: keyof typeof before) => `${((after[name] - before[name]) / accountCount / 1024).toFixed(1)} KB`;
  const title = `${accountCount.toLocaleString('en')} accounts of ${entityCount} entities`;
  console.log(`${title}: ${each('resident')} each, of which ${each('heap')} in the JavaScript heap.`);
}

function used(): { resident: number; heap: number } {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss, heap: heapUsed + external };
}

if (import.meta.main) main(Number(process.argv[2]), Number(process.argv[3]));
