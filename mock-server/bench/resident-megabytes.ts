import { execFileSync } from 'node:child_process';

/** Memory that a process holds. */
export function residentMegabytes(pid = 0): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`])) / 1024;
}
