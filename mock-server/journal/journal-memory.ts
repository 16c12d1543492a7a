/** A journal that can drop its oldest entry. */
type Sharer = {
  /** Frees its memory; returns false if there was no entry. */
  dropOldest(): boolean;
};

/**
 * The memory that the journals of one server share. When it is full, it drops the oldest exchanges of the account that
 * has been idle longest.
 */
export class JournalMemory {
  readonly #bytesAtMost: number;
  #bytes = 0;
  /** Journals in the order of their last exchanges. */
  readonly #sharers = new Set<Sharer>();
  #last: Sharer | undefined;

  /** @param bytesAtMost limit for all exchanges together */
  constructor(bytesAtMost: number) {
    this.#bytesAtMost = bytesAtMost;
  }

  /** Adds the size of a new exchange. */
  take(sharer: Sharer, bytes: number): void {
    if (this.#last !== sharer) {
      this.#sharers.delete(sharer);
      this.#sharers.add(sharer);
      this.#last = sharer;
    }
    this.#bytes += bytes;
    while (this.#bytes > this.#bytesAtMost && this.#sharers.size > 0) this.#dropIdlest();
  }

  /** Subtracts the size of a dropped exchange. */
  free(bytes: number): void {
    this.#bytes -= bytes;
  }

  /** Removes a journal without entries. */
  leave(sharer: Sharer): void {
    this.#sharers.delete(sharer);
    if (this.#last === sharer) this.#last = undefined;
  }

  #dropIdlest(): void {
    const [idlest] = this.#sharers;
    if (idlest && !idlest.dropOldest()) this.leave(idlest);
  }
}
