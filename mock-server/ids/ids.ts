import { decodeTime, encodeTime, ULID_REGEX } from 'ulidx';
import type { KindPrefix } from '../resources/kinds.ts';
import type { Random, RandomState } from './random.ts';
import { drawTail, tailAfter } from './ulid-tail.ts';

/** First parts of the IDs that Paddock makes. @evidence official: the patterns of the published API. */
export type IdPrefix = KindPrefix | 'cpls' | 'cpl' | 'evt' | 'ntf' | 'ntflog' | 'apikey';

/** Where an account's IDs stand: the last one's two parts, the least time of the next, and the random numbers. */
export type IdsState = { time: number; tail: string; earliest: number; random: RandomState };

/** The end of the year 9999. */
const lastTime = Date.parse('9999-12-31T23:59:59.999Z');
const alphanumerics = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Makes an account's IDs and secrets. */
export class Ids {
  readonly #now: () => number;
  readonly #random: Random;
  /** The last ID's time, in milliseconds, and what follows it. */
  #time = 0;
  #tail = '';
  /** The earliest time, in milliseconds, that the next ID may tell of. */
  #earliest = 1;

  constructor(now: () => number, random: Random) {
    this.#now = now;
    this.#random = random;
  }

  /**
   * Makes the next ID: a prefix and a ULID in lower case. Each is greater than the one before, also within a
   * millisecond and where the clock was put back, so that sorting by ID is sorting by creation.
   */
  next<Prefix extends IdPrefix>(prefix: Prefix): `${Prefix}_${string}` {
    const time = Math.max(this.#now(), this.#earliest);
    if (time > this.#time) {
      this.#time = time;
      this.#tail = drawTail(() => this.#random.next());
    } else {
      this.#tail = tailAfter(this.#tail);
    }
    return `${prefix}_${encodeTime(this.#time, 10).toLowerCase()}${this.#tail}`;
  }

  /** Where they stand, to come back to; `null` for IDs that cannot be foretold. */
  get state(): IdsState | null {
    const random = this.#random.state;
    return random && { time: this.#time, tail: this.#tail, earliest: this.#earliest, random };
  }

  /** Goes on from there; without a state, as if none had been made, and from other random numbers. */
  goTo(state: IdsState | null): void {
    const { time, tail, earliest } = state ?? { time: 0, tail: '', earliest: 1 };
    this.#time = time;
    this.#tail = tail;
    this.#earliest = earliest;
    if (state) this.#random.goTo(state.random);
  }

  /** Makes all further IDs sort behind this one, if it holds a ULID of a time that a clock can have. */
  goBehind(id: string): void {
    const ulid = id.slice(id.indexOf('_') + 1).toUpperCase();
    if (!ULID_REGEX.test(ulid)) return;
    const time = decodeTime(ulid);
    if (time < lastTime && time >= this.#earliest) this.#earliest = time + 1;
  }

  /** Makes a seed to build test data from: a whole number below 2 to the power of 32. */
  seed(): number {
    return Math.floor(this.#random.next() * 2 ** 32);
  }

  /** Makes random letters and digits. */
  text(length: number): string {
    return Array.from({ length }, () => alphanumerics[Math.floor(this.#random.next() * alphanumerics.length)]).join('');
  }
}
