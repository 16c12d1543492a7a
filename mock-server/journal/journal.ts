import type { JournalRoom } from './journal-room.ts';

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
  /** As it came; undefined where there was none, or where it was not read. */
  requestBody: Buffer | undefined;
  /** Operation of the document; null for what it does not have. */
  operationId: string | null;
  /** Values of the path's parameters. */
  params: Readonly<Record<string, string | string[]>>;
  /** Query parameters that the operation does not have. */
  unknownParameters: readonly string[];
  /** ID of the fault that acted on it, if one did. */
  fault: string | null;
  /** 0 where no answer went out. */
  status: number;
  responseHeaders: Readonly<Record<string, number | string | string[] | undefined>>;
  responseBody: string | undefined;
};

/** Largest body that is kept whole, in characters or bytes. */
const bodyAtMost = 64 * 1024;
/** Bytes that an exchange takes beside its bodies, about. */
const overhead = 1_500;

/** The last exchanges of one account, in memory. */
export class Journal {
  readonly #room: JournalRoom;
  readonly #entriesAtMost: number;
  #entries: JournalEntry[] = [];
  /** Index of the oldest that is kept. */
  #first = 0;
  #count = 0;

  /** @param entriesAtMost how many exchanges are kept; 0 for none */
  constructor(room: JournalRoom, entriesAtMost: number) {
    this.#room = room;
    this.#entriesAtMost = entriesAtMost;
  }

  add(entry: Omit<JournalEntry, 'number'>): void {
    if (this.#entriesAtMost === 0) return;
    this.#count += 1;
    const kept = { ...entry, number: this.#count };
    if (kept.requestBody && kept.requestBody.length > bodyAtMost)
      kept.requestBody = Buffer.from(kept.requestBody.subarray(0, bodyAtMost));
    if (kept.responseBody && kept.responseBody.length > bodyAtMost)
      // By way of bytes, since a part of a string would hold on to all of it.
      kept.responseBody = Buffer.from(kept.responseBody.slice(0, bodyAtMost)).toString();
    this.#entries.push(kept);
    if (this.#entries.length - this.#first > this.#entriesAtMost) this.forgetOldest();
    this.#room.take(this, bytesOf(kept));
  }

  /** What is kept, oldest first. */
  entries(): readonly JournalEntry[] {
    return this.#entries.slice(this.#first);
  }

  /** How many exchanges there were, kept or not. */
  get count(): number {
    return this.#count;
  }

  forgetOldest(): boolean {
    const oldest = this.#entries[this.#first];
    if (!oldest) return false;
    this.#room.free(bytesOf(oldest));
    this.#first += 1;
    if (this.#first >= 64 || this.#first === this.#entries.length) {
      this.#entries = this.#entries.slice(this.#first);
      this.#first = 0;
    }
    return true;
  }

  clear(): void {
    while (this.forgetOldest());
    this.#room.leave(this);
    this.#count = 0;
  }
}

function bytesOf({ url, requestBody, responseBody }: JournalEntry): number {
  return overhead + url.length + (requestBody?.length ?? 0) + (responseBody?.length ?? 0);
}
