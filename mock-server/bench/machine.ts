import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

export const serverCore = 0;
/** Core of the load generator and the receiver of webhooks. */
export const loadCore = 1;

/** True if server and load each run on a core of their own, which needs two cores and `taskset`. */
export const pinned = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Runs the command on that core, if possible. */
export function onCore(core: number, command: readonly [string, ...string[]]): [string, ...string[]] {
  return pinned ? ['taskset', '-c', `${core}`, ...command] : [...command];
}

/** Moves this process to the core of the load, if possible. */
export function moveToLoadCore(): void {
  if (pinned) spawnSync('taskset', ['-a', '-p', '-c', `${loadCore}`, `${process.pid}`]);
}

/** Returns the resident memory of a process. */
export function residentMegabytes(pid = 0): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`])) / 1024;
}

/**
 * Returns the CPU time of a process in nanoseconds, all threads together. Unlike elapsed time, it excludes time in
 * which other processes have the core. Linux only.
 */
export function cpuNanoseconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const times = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return times.reduce((sum, time) => sum + time, 0);
}
