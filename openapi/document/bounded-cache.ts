/** Caches expensive values. Beyond the given number of entries, the least recently used one is dropped. */
export class BoundedCache<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #atMost: number;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  /** Returns the value of a key, and creates it if it is missing. */
  get(key: string, make: () => Value): Value {
    const known = this.#entries.get(key);
    // The order matters only when something will soon be dropped.
    if (known !== undefined && this.#entries.size <= this.#atMost / 2) return known;
    const value = known ?? make();
    // Deleted and added again, so that it moves to the end of the map.
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
