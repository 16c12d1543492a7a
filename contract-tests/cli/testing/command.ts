import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** Path of the `paddock` script. */
export const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url));

/** A started command. */
export type Command = {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** Exit code and complete output. */
  readonly ended: Promise<{ readonly code: unknown; readonly out: string; readonly err: string }>;
};

// The variables of vitest are left out, since the published package runs without it. Node's compile cache makes starts
// faster.
const environment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  ...(process.env['NODE_COMPILE_CACHE'] && { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] }),
};

/**
 * Starts a script, such as `cli`, in its own process.
 *
 * @param args the script and its arguments.
 * @param options.env environment variables besides `PATH`. Default: none.
 */
export function start(
  args: readonly string[],
  { cwd, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Command {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
    ([[code], out, err]) => ({ code, out, err }),
  );
  return { child, ended };
}
