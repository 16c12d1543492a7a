import { decodeTime, monotonicFactory, ULID_REGEX, type ULIDFactory } from 'ulidx';
import type { Random } from './random.ts';

/** The prefixes of Paddle IDs that Paddock makes. @evidence official: the patterns of the published API. */
export type IdPrefix =
  | 'ctm'
  | 'add'
  | 'biz'
  | 'sub'
  | 'txn'
  | 'cpls'
  | 'cpl'
  | 'evt'
  | 'ntf'
  | 'ntfset'
  | 'ntflog'
  | 'apikey';

/** The end of the year 9999. */
const lastTime = Date.parse('9999-12-31T23:59:59.999Z');
const alphanumerics = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Makes an account's IDs and secrets. */
export class Ids {
  readonly #now: () => number;
  readonly #random: Random;
  readonly #ulid: ULIDFactory;
  /** The earliest time, in milliseconds, that the next ID may tell of. The factory cannot begin at 0. */
  #earliest = 1;

  constructor(now: () => number, random: Random) {
    this.#now = now;
    this.#random = random;
    this.#ulid = monotonicFactory(random);
  }

  /**
   * Makes the next ID: a prefix and a ULID in lower case. Each is greater than the one before, also within a
   * millisecond and where the clock was put back, so that sorting by ID is sorting by creation.
   */
  next<Prefix extends IdPrefix>(prefix: Prefix): `${Prefix}_${string}` {
    return `${prefix}_${this.#ulid(Math.max(this.#now(), this.#earliest)).toLowerCase()}`;
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
    return Math.floor(this.#random() * 2 ** 32);
  }

  /** Makes random letters and digits. */
  text(length: number): string {
    return Array.from({ length }, () => alphanumerics[Math.floor(this.#random() * alphanumerics.length)]).join('');
  }
}
