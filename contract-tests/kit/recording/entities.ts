import { isObject } from '#openapi/document/json.ts';

/** Prefixes of the kinds of entities that a mock can start with. */
const importable = /^(ctm|add|biz|sub|txn)_/;

/** The entities that a target answered with, each as it was last. */
export class Entities {
  readonly #byId = new Map<string, unknown>();

  /**
   * Takes the entities of an answer: of a list, or a single one.
   *
   * @returns whether there were any.
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

  /** As the API answers a list, which `paddock import` and `paddock start --fixtures` take. */
  asList(): { data: unknown[] } {
    return { data: [...this.#byId.values()] };
  }
}
