/** Lock on an account's rows: one task at a time may replace them, while requests, deliveries and changes wait. */
export class Rows {
  #held: Promise<void> | undefined;

  /** True while the rows are incomplete and requests must wait. */
  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  /** Resolves when the rows are complete. */
  async whole(): Promise<void> {
    while (this.#held) await this.#held;
  }

  /** Waits for the lock, and runs work that leaves the rows incomplete in between. */
  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    // Locks synchronously if it is free, so that the next caller finds the rows held.
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
