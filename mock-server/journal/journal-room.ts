/** Something whose oldest part can be given up. */
type Keeper = {
  /** Gives room back, and answers whether there was anything to forget. */
  forgetOldest(): boolean;
};

/**
 * The memory that the journals of one server share. When it is full, exchanges are forgotten: the oldest ones of the
 * account that has been idle the longest.
 */
export class JournalRoom {
  readonly #bytesAtMost: number;
  #bytes = 0;
  /** In the order of their last exchanges. */
  readonly #keepers = new Set<Keeper>();
  #last: Keeper | undefined;

  /** @param bytesAtMost how much all exchanges together may take */
  constructor(bytesAtMost: number) {
    this.#bytesAtMost = bytesAtMost;
  }

  /** Takes room for one more exchange. */
  take(keeper: Keeper, bytes: number): void {
    if (this.#last !== keeper) {
      this.#keepers.delete(keeper);
      this.#keepers.add(keeper);
      this.#last = keeper;
    }
    this.#bytes += bytes;
    while (this.#bytes > this.#bytesAtMost && this.#keepers.size > 0) this.#forgetIdlest();
  }

  /** Gives room back. */
  free(bytes: number): void {
    this.#bytes -= bytes;
  }

  /** Lets go of one that has nothing any more. */
  leave(keeper: Keeper): void {
    this.#keepers.delete(keeper);
    if (this.#last === keeper) this.#last = undefined;
  }

  #forgetIdlest(): void {
    const [idlest] = this.#keepers;
    if (idlest && !idlest.forgetOldest()) this.leave(idlest);
  }
}
