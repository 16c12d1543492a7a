import type { Exchange } from '../contract/exchange.ts';

/** The exchanges of one law, by the cases of its properties. */
export class Trace {
  /** What each case did. The first holds what came before any: all of it, where the law has no property. */
  readonly #cases: Exchange[][] = [[]];
  #startOfProperty = 0;

  get requests(): number {
    return this.#cases.reduce((sum, exchanges) => sum + exchanges.length, 0);
  }

  /** How many cases were tried, those of the search for a smaller counterexample included. */
  get cases(): number {
    return Math.max(1, this.#cases.length - 1);
  }

  /** All that came before any case, and one case of the property that is tried; without a number, the last case. */
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

  /** Says that a property held, so that cases are counted anew for the next one. */
  endProperty(): void {
    this.#startOfProperty = this.#cases.length - 1;
  }
}
