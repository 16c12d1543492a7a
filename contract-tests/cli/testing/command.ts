import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The script that `paddock` is. */
export const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url));

/** A command that was started. */
export type Command = {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** What it will have printed, and the exit code that it chooses. */
  readonly ended: Promise<{ readonly code: unknown; readonly out: string; readonly err: string }>;
};

// Without what tells that vitest is there, since the package comes without it, and with where to find what Node compiled,
// since a start is mostly compiling.
const environment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  ...(process.env['NODE_COMPILE_CACHE'] && { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] }),
};

/**
 * Starts a script, such as `cli`, in a process of its own.
 *
 * @param args the script, and its arguments.
 * @param options.env what is in its environment besides where programs are. Default: nothing.
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
