import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** Minimum duration of a measurement, so that short work is covered too. */
const lookMsAtLeast = 500;

/** Does work while another account polls the server, and returns how long each of its requests waited. */
export async function lookOn(url: string, work: () => Promise<unknown>): Promise<{ tookMs: number; waits: number[] }> {
  const onlooker = new Worker(new URL('./onlooker.ts', import.meta.url), { workerData: { url } });
  await once(onlooker, 'message');
  await pause(50);
  const begin = performance.now();
  await work();
  const tookMs = performance.now() - begin;
  await pause(Math.max(100, lookMsAtLeast - tookMs));
  onlooker.postMessage('stop');
  // It sends one list.
  const [waits] = (await once(onlooker, 'message')) as [number[]];
  return { tookMs, waits };
}
