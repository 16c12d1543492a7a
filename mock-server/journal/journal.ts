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
  /** Query parameters that the operation does not have. */
  unknownParameters: readonly string[];
  status: number;
  responseHeaders: Readonly<Record<string, number | string | string[] | undefined>>;
  responseBody: string | undefined;
};

/** Exchanges that are kept, unless the account says otherwise. */
const keptByDefault = 1_000;

/** The last exchanges of one account, in memory. */
export class Journal {
  readonly #capacity: number;
  #entries: JournalEntry[] = [];
  #count = 0;

  constructor(capacity = keptByDefault) {
    this.#capacity = capacity;
  }

  add(entry: Omit<JournalEntry, 'number'>): void {
    if (this.#capacity === 0) return;
    const number = this.#count + 1;
    this.#entries[this.#count % this.#capacity] = { number, ...entry };
    this.#count = number;
  }

  /** What is kept, oldest first. */
  entries(): JournalEntry[] {
    const oldest = this.#count % this.#capacity;
    return [...this.#entries.slice(oldest), ...this.#entries.slice(0, oldest)];
  }

  /** How many exchanges there were, kept or not. */
  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#entries = [];
    this.#count = 0;
  }
}
