import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** The core of what is not measured: the load, and where webhooks are sent to. */
export const loadCore = 1;

/** Whether servers and load run on cores of their own: needs two cores and `taskset`. */
export const pinned = canPin;

/** The command, on that core where possible. */
export function onCore(core: number, command: readonly [string, ...string[]]): [string, ...string[]] {
  return canPin ? ['taskset', '-c', `${core}`, ...command] : [...command];
}

/** Moves this process, which makes the load, to that core where possible. */
export function moveToCore(core: number): void {
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', `${core}`, `${process.pid}`]);
}
