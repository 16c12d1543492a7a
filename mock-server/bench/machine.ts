import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

export const serverCore = 0;
/** The core of what is not measured: the load generator, and the receiver of webhooks. */
export const loadCore = 1;

/** Whether server and load run on a core each, which takes two cores and `taskset`. */
export const pinned = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** The command, on that core where possible. */
export function onCore(core: number, command: readonly [string, ...string[]]): [string, ...string[]] {
  return pinned ? ['taskset', '-c', `${core}`, ...command] : [...command];
}

/** Moves this process to the core of the load where possible. */
export function moveToLoadCore(): void {
  if (pinned) spawnSync('taskset', ['-a', '-p', '-c', `${loadCore}`, `${process.pid}`]);
}

/** Memory that a process holds. */
export function residentMegabytes(pid = 0): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`])) / 1024;
}

/**
 * Nanoseconds that a process has spent on a core, all threads together. Unlike the time that passes, they do not count
 * while another process has the core. Linux only.
 */
export function cpuNanoseconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const times = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return times.reduce((sum, time) => sum + time, 0);
}
