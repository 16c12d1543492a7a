import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Environment } from './environment.ts';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const;
/** Signals that a terminal's keys send to all its processes; passed on, they would arrive twice. */
const fromKeys: readonly NodeJS.Signals[] = ['SIGINT', 'SIGQUIT'];

/** A running program. */
export type Child = {
  /** Exit code, or 128 plus the number of the signal that ended it, as in shells. */
  ended: Promise<number>;
};

/**
 * Starts a program with this process's standard streams, and passes signals on to it until it ends.
 *
 * @throws UsageError if it cannot be started
 */
export async function startChild(command: string, args: readonly string[], env: Environment): Promise<Child> {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...env } });
  const passOn = (signal: NodeJS.Signals) => {
    if (!(fromKeys.includes(signal) && hasTerminal())) child.kill(signal);
  };
  for (const signal of passedOn) process.on(signal, passOn);
  const stopPassing = () => {
    for (const signal of passedOn) process.off(signal, passOn);
  };
  const ended = exitCodeOf(child).finally(stopPassing);
  await spawned(child, command);
  return { ended };
}

async function spawned(child: ChildProcess, command: string): Promise<void> {
  try {
    await once(child, 'spawn');
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new UsageError(`Could not run ${command}: ${reason}. Check the name of the program.`);
  }
}

function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

function hasTerminal(): boolean {
  return [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
}
