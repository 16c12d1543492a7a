import { residentMegabytes } from '../bench/machine.ts';

/** Resident memory in megabytes: at first, at most and at last. */
export type Memory = { first: number; most: number; last: number };

/** Watches a process's memory until it is disposed of. */
export function watchMemory(pid: number): Memory & Disposable {
  const first = residentMegabytes(pid);
  const memory = { first, most: first, last: first };
  const measure = () => {
    memory.last = residentMegabytes(pid);
    memory.most = Math.max(memory.most, memory.last);
  };
  const timer = setInterval(measure, 2_000);
  return Object.assign(memory, {
    [Symbol.dispose]: () => clearInterval(timer),
  });
}
