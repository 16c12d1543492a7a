import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What accounts cost in memory, in a process of their own, as a line. */
export function measureAccounts(accounts: number, entities: number): string {
  const program = fileURLToPath(new URL('account-memory.ts', import.meta.url));
  const printed = execFileSync(process.execPath, ['--expose-gc', program, `${accounts}`, `${entities}`], {
    encoding: 'utf8',
  });
  const { resident, heap } = JSON.parse(printed);
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  return `${accounts.toLocaleString('en')} accounts of ${entities} entities: ${kilobytes(resident)} each, ${kilobytes(heap)} of it in JavaScript's heap.`;
}
