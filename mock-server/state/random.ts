import { createHash, getRandomValues } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A number from 0 up to, but not including, 1. */
export type Random = () => number;

/** Random numbers that are the same for the same seed and name. */
export function seededRandom(seed: number, name: string): Random {
  const digest = createHash('sha256').update(`${seed}:${name}`).digest();
  const generator = xoroshiro128plus(digest.readInt32LE(0));
  return () => uniformFloat64(generator);
}

/** Random numbers that nobody can foretell. Drawn in blocks, since each call to the system costs. */
export function secureRandom(): Random {
  const block = new Uint32Array(512);
  let used = block.length;
  return () => {
    if (used === block.length) {
      getRandomValues(block);
      used = 0;
    }
    return (block[used++] ?? 0) / 2 ** 32;
  };
}
