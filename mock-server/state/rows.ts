/** Lets one task at a time replace an account's rows, while its requests, deliveries and changes wait. */
export class Rows {
  #held: Promise<void> | undefined;

  /** Says whether requests wait, since the rows are not whole. */
  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  /** Resolves when the rows are whole. */
  async whole(): Promise<void> {
    while (this.#held) await this.#held;
  }

  /** Waits for its turn, and does work that leaves the rows incomplete in between. */
  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    // Without a wait where there is none, so that whoever asks next finds the rows held.
    if (this.isHeld) await this.whole();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held = promise;
    try {
      return await work();
    } finally {
      this.#held = undefined;
      resolve();
    }
  }
}
