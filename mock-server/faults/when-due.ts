import { type Random, seededRandom } from '../ids/random.ts';
import type { FaultTiming } from './fault.ts';

/** Makes the test of whether a fault acts on the request that matches as the so-manieth, counted from 1. */
export function whenDue({ first, nth, every, probability, seed }: FaultTiming): (count: number) => boolean {
  if (first !== undefined) return (count) => count <= first;
  if (nth !== undefined) return (count) => count === nth;
  if (every !== undefined) return (count) => count % every === 0;
  if (probability === undefined) return () => true;
  const random = randomOf(seed, 'probability');
  return () => random.next() < probability;
}

/** Random numbers of a fault, for one use of them. */
export function randomOf(seed = 0, use: 'probability' | 'jitter'): Random {
  return seededRandom(seed, `fault ${use}`);
}
