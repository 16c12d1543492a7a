import { randomUUID } from 'node:crypto';
import { seededRandom } from '../../ids/random.ts';

/** Makes request IDs, which are UUIDs. With a seed, the nth request has the same one in each run. */
export function requestIds(seed: number | undefined): () => string {
  if (seed === undefined) return randomUUID;
  const random = seededRandom(seed, 'request IDs');
  const digit = () => Math.floor(random.next() * 16);
  // Version 4: four bits hold the version, two the variant.
  return () =>
    'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replaceAll(/[xy]/g, (place) =>
      (place === 'x' ? digit() : 8 + (digit() % 4)).toString(16),
    );
}
