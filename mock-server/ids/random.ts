import { createHash, getRandomValues } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** State of a seeded generator. */
export type RandomState = readonly number[];

/** A generator of random numbers. */
export type Random = {
  /** Returns a number from 0 up to, but not including, 1. */
  next(): number;
  /** Current state, for snapshots; `null` for an unseeded generator. */
  readonly state: RandomState | null;
  /** Continues from a state, if seeded. */
  goTo(state: RandomState): void;
};

/** Makes a generator whose numbers depend only on the seed and the name. */
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

/** Makes a cryptographically secure generator. It draws in blocks, since each system call is expensive. */
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

/** Makes generators by name: reproducible with a seed; otherwise one shared secure generator, since it is large. */
export function randomsOf(seed: number | undefined): (name: string) => Random {
  if (seed !== undefined) return (name) => seededRandom(seed, name);
  const random = secureRandom();
  return () => random;
}
