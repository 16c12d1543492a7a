import type { JournalRoom } from './journal-room.ts';
import { type KeptExchange, PackedExchanges, requestHeadersOf, unpack } from './packed-exchanges.ts';

/** One exchange with the API, as it was. It holds secrets: whoever shows it redacts it. */
export type JournalEntry = {
  /** Counts the account's exchanges, from 1. */
  number: number;
  requestId: string;
  /** When it came in, in milliseconds of the account's clock. */
  at: number;
  durationMs: number;
  method: string;
  /** Path and query. */
  url: string;
  /** Names and values in turn, as they came. */
  requestHeaders: readonly string[];
  /** Its text; undefined where there was none, or where it was not read. */
  requestBody: string | undefined;
  /** The operation, or null for an unknown one. */
  operationId: string | null;
  /** Values of the path's parameters. */
  params: Readonly<Record<string, string | string[]>>;
  /** Query parameters that the operation does not have. */
  unknownParameters: readonly string[];
  /** ID of the fault that acted on it, if one did. */
  fault: string | null;
  /** 0 where no answer went out. */
  status: number;
  /** `null` where there are only those that every answer has. */
  responseHeaders: Readonly<Record<string, number | string | string[] | undefined>> | null;
  responseBody: string | undefined;
};

/** Largest body that is kept whole, in characters. */
export const bodyAtMost = 64 * 1024;
/** Bytes that an exchange takes beside its bodies, about. */
const overhead = 1_500;

/** The last exchanges of one account, in memory. */
export class Journal {
  readonly #room: JournalRoom;
  readonly #entriesAtMost: number;
  /** Each at the place that its number leads to, so that a new one takes the place of the oldest. */
  #entries: (KeptExchange | undefined)[] = [];
  readonly #packed = new PackedExchanges();
  /** How many bytes each takes. Apart, since the oldest has long left the processor's memory when it is forgotten. */
  #sizes: number[] = [];
  #kept = 0;
  #count = 0;

  /** @param entriesAtMost how many exchanges are kept; 0 for none */
  constructor(room: JournalRoom, entriesAtMost: number) {
    this.#room = room;
    this.#entriesAtMost = entriesAtMost;
  }

  /** Keeps an exchange, and gives it its number. What is kept may be the object itself. */
  add(kept: JournalEntry): void {
    if (this.#entriesAtMost === 0) return;
    const before = this.#entries[this.#placeOf(this.#count)];
    if (this.#kept === this.#entriesAtMost) this.forgetOldest();
    this.#count += 1;
    kept.number = this.#count;
    // A client sends the same headers again and again, and what is kept once need not be kept a thousand times.
    const headersBefore = before && requestHeadersOf(before);
    if (headersBefore && areSame(headersBefore, kept.requestHeaders)) kept.requestHeaders = headersBefore;
    if (kept.requestBody && kept.requestBody.length > bodyAtMost) kept.requestBody = beginningOf(kept.requestBody);
    if (kept.responseBody && kept.responseBody.length > bodyAtMost) kept.responseBody = beginningOf(kept.responseBody);
    const place = this.#placeOf(this.#count);
    const size = bytesOf(kept);
    this.#entries[place] = this.#packed.pack(kept);
    this.#sizes[place] = size;
    this.#kept += 1;
    this.#room.take(this, size);
  }

  /** What is kept, oldest first. */
  entries(): readonly JournalEntry[] {
    const numbers = Array.from({ length: this.#kept }, (_, index) => this.#count - this.#kept + 1 + index);
    return numbers.flatMap((number) => {
      const kept = this.#entries[this.#placeOf(number)];
      return kept ? unpack(kept) : [];
    });
  }

  /** How many exchanges there were, kept or not. */
  get count(): number {
    return this.#count;
  }

  forgetOldest(): boolean {
    const place = this.#placeOf(this.#count - this.#kept + 1);
    if (this.#kept === 0) return false;
    this.#room.free(this.#sizes[place] ?? 0);
    const oldest = this.#entries[place];
    if (oldest) this.#packed.forget(oldest);
    this.#entries[place] = undefined;
    this.#kept -= 1;
    return true;
  }

  clear(): void {
    while (this.forgetOldest());
    this.#room.leave(this);
    this.#entries = [];
    this.#packed.clear();
    this.#sizes = [];
    this.#count = 0;
  }

  #placeOf(number: number): number {
    return number % this.#entriesAtMost;
  }
}

/** By way of bytes, since a part of a string would hold on to all of it. */
function beginningOf(text: string): string {
  return Buffer.from(text.slice(0, bodyAtMost)).toString();
}

function bytesOf({ url, requestBody, responseBody }: JournalEntry): number {
  return overhead + url.length + (requestBody?.length ?? 0) + (responseBody?.length ?? 0);
}

function areSame(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && before.every((text, index) => text === now[index]);
}
