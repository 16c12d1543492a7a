import { readdirSync, readFileSync } from 'node:fs';

/**
 * Nanoseconds that a process has spent on a core, all threads together. Unlike the time that passes, they do not count
 * while somebody else has the core. Linux only.
 */
export function cpuNanoseconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const times = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return times.reduce((sum, time) => sum + time, 0);
}
