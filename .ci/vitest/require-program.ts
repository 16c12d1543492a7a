import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/** Skips the test with a reason. If `PADDOCK_REQUIRE_ALL` is set, the test fails instead. */
export function skipMissing(context: TestContext, reason: string): never {
  if (process.env['PADDOCK_REQUIRE_ALL']) throw new Error(reason);
  return context.skip(reason);
}

/** Why programs do not run here, by their command lines; null for those that do. */
const known = new Map<string, string | null>();

/** Skips the test if a program does not run. Pass arguments that change nothing, such as `--version`. */
export function requireProgram(context: TestContext, file: string, ...args: string[]): void {
  const line = [file, ...args].join(' ');
  if (!known.has(line)) {
    const { status, error } = spawnSync(file, args);
    known.set(line, status === 0 ? null : (error?.message ?? `exit code ${status}`));
  }
  const refusal = known.get(line);
  if (refusal) skipMissing(context, `\`${line}\` does not run here: ${refusal}`);
}
