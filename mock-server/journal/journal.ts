import type { JournalMemory } from './journal-memory.ts';
import {
  type ExchangeSummary,
  type KeptExchange,
  PackedExchanges,
  requestHeadersOf,
  summaryOf,
  unpack,
} from './packed-exchanges.ts';

/** One exchange with the API. It contains secrets, so it must be redacted before it is shown. */
export type JournalEntry = {
  /** Counts the account's exchanges, from 1. */
  number: number;
  requestId: string;
  /** Time of arrival, in milliseconds of the account's clock. */
  at: number;
  durationMs: number;
  method: string;
  /** Path and query. */
  url: string;
  /** Names and values in turn, as received. */
  requestHeaders: readonly string[];
  /** Undefined if there was none or it was not read. */
  requestBody: string | undefined;
  /** The operation, or null for an unknown one. */
  operationId: string | null;
  /** Path parameters. */
  params: Readonly<Record<string, string | string[]>>;
  /** Query parameters that the operation does not have. */
  unknownParameters: readonly string[];
  /** ID of the fault that acted on it, or null. */
  fault: string | null;
  /** 0 if no response was sent. */
  status: number;
  /** `null` if there are only the usual headers. */
  responseHeaders: Readonly<Record<string, number | string | string[] | undefined>> | null;
  responseBody: string | undefined;
};

/** Length from which bodies are truncated, in characters. */
export const bodyAtMost = 64 * 1024;
/** Estimated bytes of an exchange beside URL and bodies. */
const overhead = 1_500;

/** The most recent exchanges of one account, in memory. */
export class Journal {
  readonly #memory: JournalMemory;
  readonly #entriesAtMost: number;
  /** Ring buffer, indexed by number. */
  #entries: (KeptExchange | undefined)[] = [];
  readonly #packed = new PackedExchanges();
  /** Bytes of each entry; kept apart, because reading the oldest entry again would miss the processor's cache. */
  #sizes: number[] = [];
  /** Statuses of each entry, apart for the same reason. */
  #statuses: number[] = [];
  #kept = 0;
  #count = 0;

  /** @param entriesAtMost number of exchanges to keep; 0 for none */
  constructor(memory: JournalMemory, entriesAtMost: number) {
    this.#memory = memory;
    this.#entriesAtMost = entriesAtMost;
  }

  /** Adds an exchange, possibly without copying it, and sets its number. */
  add(kept: JournalEntry): void {
    if (this.#entriesAtMost === 0) return;
    const before = this.#entries[this.#placeOf(this.#count)];
    if (this.#kept === this.#entriesAtMost) this.dropOldest();
    this.#count += 1;
    kept.number = this.#count;
    // Clients repeat their headers; sharing them saves memory.
    const headersBefore = before && requestHeadersOf(before);
    if (headersBefore && areSame(headersBefore, kept.requestHeaders)) kept.requestHeaders = headersBefore;
    if (kept.requestBody && kept.requestBody.length > bodyAtMost) kept.requestBody = beginningOf(kept.requestBody);
    if (kept.responseBody && kept.responseBody.length > bodyAtMost) kept.responseBody = beginningOf(kept.responseBody);
    const place = this.#placeOf(this.#count);
    const size = bytesOf(kept);
    this.#entries[place] = this.#packed.pack(kept);
    this.#sizes[place] = size;
    this.#statuses[place] = kept.status;
    this.#kept += 1;
    this.#memory.take(this, size);
  }

  /** Lists the exchanges, oldest first. */
  entries(): readonly JournalEntry[] {
    const numbers = Array.from({ length: this.#kept }, (_, index) => this.#count - this.#kept + 1 + index);
    return numbers.flatMap((number) => {
      const kept = this.#entries[this.#placeOf(number)];
      return kept ? unpack(kept) : [];
    });
  }

  /** Returns one exchange, if it is kept. */
  find(number: number): JournalEntry | undefined {
    const kept = this.#keptAt(number);
    return kept && unpack(kept);
  }

  /** Returns one exchange in short, if it is kept. */
  summaryOf(number: number): ExchangeSummary | undefined {
    const kept = this.#keptAt(number);
    return kept && summaryOf(kept);
  }

  /** Returns the status of an exchange that is kept. */
  statusOf(number: number): number | undefined {
    return this.#statuses[this.#placeOf(number)];
  }

  /** Number of the oldest exchange that is kept; one more than the last if none is. */
  get oldest(): number {
    return this.#count - this.#kept + 1;
  }

  /** Number of exchanges, including dropped ones. */
  get count(): number {
    return this.#count;
  }

  dropOldest(): boolean {
    const place = this.#placeOf(this.#count - this.#kept + 1);
    if (this.#kept === 0) return false;
    this.#memory.free(this.#sizes[place] ?? 0);
    const oldest = this.#entries[place];
    if (oldest) this.#packed.forget(oldest);
    this.#entries[place] = undefined;
    this.#kept -= 1;
    return true;
  }

  clear(): void {
    while (this.dropOldest());
    this.#memory.leave(this);
    this.#entries = [];
    this.#packed.clear();
    this.#sizes = [];
    this.#statuses = [];
    this.#count = 0;
  }

  #keptAt(number: number): KeptExchange | undefined {
    const isKept = number >= this.oldest && number <= this.#count;
    return isKept ? this.#entries[this.#placeOf(number)] : undefined;
  }

  #placeOf(number: number): number {
    return number % this.#entriesAtMost;
  }
}

/** Truncates a text by way of a buffer, because a substring would keep the whole string in memory. */
function beginningOf(text: string): string {
  return Buffer.from(text.slice(0, bodyAtMost)).toString();
}

function bytesOf({ url, requestBody, responseBody }: JournalEntry): number {
  return overhead + url.length + (requestBody?.length ?? 0) + (responseBody?.length ?? 0);
}

function areSame(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && before.every((text, index) => text === now[index]);
}
