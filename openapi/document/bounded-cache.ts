/** Keeps what is dear to make, up to a number of entries. Beyond it, the entry unused for longest is dropped. */
export class BoundedCache<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #atMost: number;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  /** The value of a key, made where it is not there. */
  get(key: string, make: () => Value): Value {
    const known = this.#entries.get(key);
    const value = known ?? make();
    // A map keeps the order in which keys were added.
    if (known !== undefined) this.#entries.delete(key);
    else if (this.#entries.size >= this.#atMost) this.#dropOldest();
    this.#entries.set(key, value);
    return value;
  }

  keys(): string[] {
    return [...this.#entries.keys()];
  }

  #dropOldest(): void {
    for (const key of this.#entries.keys()) {
      this.#entries.delete(key);
      return;
    }
  }
}
