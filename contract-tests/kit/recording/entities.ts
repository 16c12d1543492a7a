import { isObject } from '#openapi/document/json.ts';

/** Prefixes of entities that a mock can import. */
const importable = /^(ctm|add|biz|sub|txn)_/;

/** Latest version of each entity in the responses. */
export class Entities {
  readonly #byId = new Map<string, unknown>();

  /**
   * Adds the entities of a response: those of a list, or a single one.
   *
   * @returns true if there were any.
   */
  add(body: unknown): boolean {
    const data = isObject(body) ? body['data'] : undefined;
    const found = [data]
      .flat()
      .filter(isObject)
      .filter(({ id }) => typeof id === 'string' && importable.test(id));
    for (const entity of found) this.#byId.set(String(entity['id']), entity);
    return found.length > 0;
  }

  /** Formats them as a list response, for `paddock import` and `paddock start --fixtures`. */
  asList(): { data: unknown[] } {
    return { data: [...this.#byId.values()] };
  }
}
