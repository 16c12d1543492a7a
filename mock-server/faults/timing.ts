import { type Random, seededRandom } from '../ids/random.ts';
import type { FaultTiming } from './fault.ts';

/** Makes a function that decides if a fault acts on its nth matching request, from 1. */
export function timingOf({ first, nth, every, probability, seed }: FaultTiming): (count: number) => boolean {
  if (first !== undefined) return (count) => count <= first;
  if (nth !== undefined) return (count) => count === nth;
  if (every !== undefined) return (count) => count % every === 0;
  if (probability === undefined) return () => true;
  const random = faultRandom(seed, 'probability');
  return () => random.next() < probability;
}

/** Makes the random numbers of a fault for one use. */
export function faultRandom(seed = 0, use: 'probability' | 'jitter'): Random {
  return seededRandom(seed, `fault ${use}`);
}
