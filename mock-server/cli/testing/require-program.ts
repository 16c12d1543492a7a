import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/** Goes on where a program works on this machine. Elsewhere the test is skipped and says why; in CI it fails. */
export function requireProgram(context: TestContext, file: string, ...args: string[]): void {
  const { status, error } = spawnSync(file, args);
  if (status === 0) return;
  const reason = `\`${[file, ...args].join(' ')}\` does not work here: ${error?.message ?? `exit code ${status}`}`;
  if (process.env['CI']) throw new Error(reason);
  context.skip(reason);
}
