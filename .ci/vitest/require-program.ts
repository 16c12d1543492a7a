import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/** Skips the test, and lists the reason at the end of the run. Where PADDOCK_REQUIRE_ALL is set, the test fails instead. */
export function skipMissing(context: TestContext, reason: string): never {
  if (process.env['PADDOCK_REQUIRE_ALL']) throw new Error(reason);
  return context.skip(reason);
}

/** Skips the test where a program does not run on this machine. The arguments are those of a call that changes nothing. */
export function requireProgram(context: TestContext, file: string, ...args: string[]): void {
  const { status, error } = spawnSync(file, args);
  if (status === 0) return;
  skipMissing(
    context,
    `\`${[file, ...args].join(' ')}\` does not run here: ${error?.message ?? `exit code ${status}`}`,
  );
}
