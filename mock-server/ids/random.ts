import { createHash, getRandomValues } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Where seeded random numbers stand. */
export type RandomState = readonly number[];

/** A source of random numbers. */
export type Random = {
  /** A number from 0 up to, but not including, 1. */
  next(): number;
  /** Where it stands, to come back to; `null` where nobody can. */
  readonly state: RandomState | null;
  /** Goes on from there, where it can. */
  goTo(state: RandomState): void;
};

/** Random numbers that are the same for the same seed and name. */
export function seededRandom(seed: number, name: string): Random {
  const digest = createHash('sha256').update(`${seed}:${name}`).digest();
  let generator = xoroshiro128plus(digest.readInt32LE(0));
  return {
    next: () => uniformFloat64(generator),
    get state() {
      return generator.getState();
    },
    goTo: (state) => {
      generator = xoroshiro128plusFromState(state);
    },
  };
}

/** Random numbers that nobody can foretell. Drawn in blocks, since each call to the system costs. */
export function secureRandom(): Random {
  const block = new Uint32Array(512);
  let used = block.length;
  const next = () => {
    if (used === block.length) {
      getRandomValues(block);
      used = 0;
    }
    return (block[used++] ?? 0) / 2 ** 32;
  };
  return { next, state: null, goTo: () => undefined };
}

/** Random numbers by name: the same in each run where there is a seed, else of one source for all, which is not small. */
export function randomsOf(seed: number | undefined): (name: string) => Random {
  if (seed !== undefined) return (name) => seededRandom(seed, name);
  const random = secureRandom();
  return () => random;
}
