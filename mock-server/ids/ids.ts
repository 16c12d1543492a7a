import { decodeTime, encodeTime, ULID_REGEX } from 'ulidx';
import type { KindPrefix } from '../resources/kinds.ts';
import type { Random, RandomState } from './random.ts';
import { drawTail, tailAfter } from './ulid-tail.ts';

/** First parts of the IDs that Paddock makes. @evidence official: the patterns of the published API. */
export type IdPrefix =
  | KindPrefix
  | 'txnitm'
  | 'adjitm'
  | 'cpls'
  | 'cpl'
  | 'che'
  | 'pca'
  | 'evt'
  | 'ntf'
  | 'ntflog'
  | 'ntfsimntf'
  | 'apikey'
  | 'subhis'
  | 'subhisgrp';

/** State of an account's IDs: the two parts of the last ID, the earliest time of the next, and the random generator. */
export type IdsState = { time: number; tail: string; earliest: number; random: RandomState };

/** The end of the year 9999. */
const lastTime = Date.parse('9999-12-31T23:59:59.999Z');
const alphanumerics = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Generates an account's IDs and secrets. */
export class Ids {
  readonly #now: () => number;
  readonly #random: Random;
  /** Time of the last ID, in milliseconds; `#tail` is the rest of it. */
  #time = 0;
  #tail = '';
  /** The time of the last ID as IDs begin with it: many share a millisecond. */
  #encoded = { time: 0, text: '' };
  /** The earliest time of the next ID, in milliseconds. */
  #earliest = 1;

  constructor(now: () => number, random: Random) {
    this.#now = now;
    this.#random = random;
  }

  /**
   * Generates the next ID: a prefix and a ULID in lower case. Each is greater than the one before, even within a
   * millisecond and after the clock was set back, so sorting by ID is sorting by creation.
   */
  next<Prefix extends IdPrefix>(prefix: Prefix): `${Prefix}_${string}` {
    const time = Math.max(this.#now(), this.#earliest);
    if (time > this.#time) {
      this.#time = time;
      this.#tail = drawTail(() => this.#random.next());
    } else {
      this.#tail = tailAfter(this.#tail);
    }
    if (this.#encoded.time !== this.#time)
      this.#encoded = { time: this.#time, text: encodeTime(this.#time, 10).toLowerCase() };
    return `${prefix}_${this.#encoded.text}${this.#tail}`;
  }

  /** The current state, for snapshots; `null` for unseeded IDs. */
  get state(): IdsState | null {
    const random = this.#random.state;
    return random && { time: this.#time, tail: this.#tail, earliest: this.#earliest, random };
  }

  /** Continues from a state; without one, starts anew with other random numbers. */
  goTo(state: IdsState | null): void {
    const { time, tail, earliest } = state ?? { time: 0, tail: '', earliest: 1 };
    this.#time = time;
    this.#tail = tail;
    this.#earliest = earliest;
    if (state) this.#random.goTo(state.random);
  }

  /** Makes all further IDs sort behind this one, if it holds a ULID whose time a clock can have. */
  sortBehind(id: string): void {
    const ulid = id.slice(id.indexOf('_') + 1).toUpperCase();
    if (!ULID_REGEX.test(ulid)) return;
    const time = decodeTime(ulid);
    if (time < lastTime && time >= this.#earliest) this.#earliest = time + 1;
  }

  /** Generates a seed for test data: an integer below 2 to the power of 32. */
  seed(): number {
    return Math.floor(this.#random.next() * 2 ** 32);
  }

  /** Generates a random UUID. */
  uuid(): string {
    const digits = (length: number) =>
      Array.from({ length }, () => Math.floor(this.#random.next() * 16).toString(16)).join('');
    return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`;
  }

  /** Generates a client-side token of the sandbox. @evidence official, for the form of the documented example */
  clientToken(): string {
    return `test_${this.uuid().replaceAll('-', '').slice(0, 27)}`;
  }

  /** Generates random letters and digits. */
  text(length: number): string {
    return Array.from({ length }, () => alphanumerics[Math.floor(this.#random.next() * alphanumerics.length)]).join('');
  }
}
