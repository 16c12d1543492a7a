import type { Exchange } from '../contract/exchange.ts';

/** The exchanges of a law, grouped by cases of its properties. */
export class Trace {
  /** Exchanges by case. The first entry has those before any case, which are all if the law has no property. */
  readonly #cases: Exchange[][] = [[]];
  #startOfProperty = 0;

  get requests(): number {
    return this.#cases.reduce((sum, exchanges) => sum + exchanges.length, 0);
  }

  /** Number of cases, including those tried while shrinking. */
  get cases(): number {
    return Math.max(1, this.#cases.length - 1);
  }

  /** Returns the exchanges before any case, and those of one case of the current property, by default the last. */
  exchanges(nth?: number): readonly Exchange[] {
    const [before = [], ...cases] = this.#cases;
    const chosen = nth === undefined ? cases.at(-1) : cases[this.#startOfProperty + nth];
    return [...before, ...(chosen ?? [])];
  }

  record(exchange: Exchange): void {
    this.#cases.at(-1)?.push(exchange);
  }

  startCase(): void {
    this.#cases.push([]);
  }

  /** Marks the end of a property, so that the cases of the next one are counted from 0. */
  endProperty(): void {
    this.#startOfProperty = this.#cases.length - 1;
  }
}
