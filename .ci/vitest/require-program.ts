import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/** Skips the test with a reason. If `PADDOCK_REQUIRE_ALL` is set, the test fails instead. */
export function skipMissing(context: TestContext, reason: string): never {
  if (process.env['PADDOCK_REQUIRE_ALL']) throw new Error(reason);
  return context.skip(reason);
}

/** Skips the test if a program does not run. Pass arguments that change nothing, such as `--version`. */
export function requireProgram(context: TestContext, file: string, ...args: string[]): void {
  const { status, error } = spawnSync(file, args);
  if (status === 0) return;
  skipMissing(
    context,
    `\`${[file, ...args].join(' ')}\` does not run here: ${error?.message ?? `exit code ${status}`}`,
  );
}
