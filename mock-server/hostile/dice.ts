import { type Random, seededRandom } from '../ids/random.ts';

/** Random choices that depend only on the seed and the name. */
export class Dice {
  readonly #random: Random;

  constructor(seed: number, name: string) {
    this.#random = seededRandom(seed, name);
  }

  /** Returns an integer from 0 up to, but not including, a limit. */
  below(limit: number): number {
    return Math.floor(this.#random.next() * limit);
  }

  /** Returns true with this probability. */
  chance(probability: number): boolean {
    return this.#random.next() < probability;
  }

  pick<Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('Could not pick a value: there is none.');
    return value;
  }
}
