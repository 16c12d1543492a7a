import type { Operation, Parameter } from '#openapi/document/operations.ts';
import { queryOf } from '../../wire/target.ts';
import { type Query, readQuery, unknownParameters } from './query.ts';

/** The query of a URL. Several requests share it, so it is frozen. */
class SharedQuery {
  /** Names of parameters that the operation does not have. */
  readonly unknown: readonly string[];
  readonly #operation: Operation;
  readonly #sent: URLSearchParams;
  #read: Query | undefined;

  constructor(operation: Operation, sent: URLSearchParams) {
    this.unknown = sent.size > 0 ? unknownParameters(operation, sent) : [];
    this.#operation = operation;
    this.#sent = sent;
  }

  /** @throws PaddleApiError */
  get read(): Query {
    this.#read ??= frozen(readQuery(this.#operation, this.#sent));
    return this.#read;
  }
}

const queriesAtMost = 1_000;
/** Length of a query, in characters, from which it is not kept. */
const longQuery = 500;

/** An operation, with what each request for it needs of the document. */
export class PreparedOperation {
  /** Path parameters whose form the document gives. */
  readonly patterns: readonly { name: string; pattern: string }[];
  /** Parameters of which the document says more about some values. */
  readonly noted: readonly Parameter[];
  readonly #operation: Operation;
  readonly #none: SharedQuery;
  /** Queries by their text. */
  readonly #queries = new Map<string, SharedQuery>();

  constructor(operation: Operation) {
    this.patterns = operation.parameters.flatMap(({ name, in: place, schema: { pattern } }) =>
      place === 'path' && pattern !== undefined ? [{ name, pattern }] : [],
    );
    this.noted = operation.parameters.filter(
      ({ schema: { items } }) => items?.['x-enum-permissions'] ?? items?.['x-not-emulated'],
    );
    this.#operation = operation;
    this.#none = new SharedQuery(operation, queryOf(''));
  }

  /** Returns the query of a URL. Clients repeat queries, so short ones are kept. */
  queryOf(url: string): SharedQuery {
    const start = url.indexOf('?');
    if (start === -1) return this.#none;
    const text = url.slice(start);
    const known = this.#queries.get(text);
    if (known) return known;
    const query = new SharedQuery(this.#operation, queryOf(text));
    if (this.#queries.size >= queriesAtMost) this.#queries.clear();
    if (text.length < longQuery) this.#queries.set(text, query);
    return query;
  }
}

const prepared = new WeakMap<Operation, PreparedOperation>();

/** Prepares an operation at its first request. */
export function prepare(operation: Operation): PreparedOperation {
  const known = prepared.get(operation);
  if (known) return known;
  const made = new PreparedOperation(operation);
  prepared.set(operation, made);
  return made;
}

function frozen(query: Query): Query {
  for (const value of Object.values(query)) Object.freeze(value);
  return Object.freeze(query);
}
