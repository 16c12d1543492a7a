import { print } from '#openapi/text/print.ts';
import { sweepSandbox } from '../targets/sandbox/sweep-sandbox.ts';

/** Options of `paddock sweep`. */
export type SweepFlags = { readonly olderThan: number; readonly allowLegacyKey?: boolean };

/**
 * Removes what earlier runs left in the sandbox, and lists it. The exit code is 1 if something could not be removed.
 *
 * @throws UsageError without a key for the sandbox.
 */
export async function sweep({ olderThan, allowLegacyKey = false }: SweepFlags): Promise<void> {
  const { removed, leftovers } = await sweepSandbox({ olderThanMs: olderThan, allowLegacyKey });
  for (const path of removed) print(`removed ${path}`);
  for (const { path, because } of leftovers) print(`left ${path}: ${because}`);
  print(`${removed.length} removed, ${leftovers.length} left.`);
  if (leftovers.length > 0) process.exitCode = 1;
}
