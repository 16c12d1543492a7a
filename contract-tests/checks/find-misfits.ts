import type { ErrorObject } from 'ajv/dist/2020.js';
import { errorsOf } from '#openapi/document/validator.ts';
import { schemasOf } from '../contract/contract-schemas.ts';
import type { Contract } from '../contract/document.ts';
import type { Exchange } from '../contract/exchange.ts';
import { documentedResponse } from './check.ts';

/** What in the body of an answer does not fit the schema of its operation and status, by what kind of fault it is. */
export type Misfits = {
  /** JSON Pointer of the schema. */
  readonly schema: string;
  /** Fields that the schema does not have, where it says that it has all. */
  readonly undocumented: readonly ErrorObject[];
  /** IDs of another form, such as with another prefix. */
  readonly ids: readonly ErrorObject[];
  readonly others: readonly ErrorObject[];
};

/** Finds what does not fit in an answer; `null` where all does, or there is no body. */
export type FindMisfits = (exchange: Exchange) => Misfits | null;

/** The form of an ID, such as `^ctm_[a-z\d]{26}$`, or `^(txn|ctm|sub)_[a-z\d]{26}$`. */
const formOfIds = /^\^\(?[a-z|]+\)?_\[a-z\\d\]\{26\}\$$/;

/** Makes what holds bodies against the contract. Several checks ask it about an exchange, which it looks at once. */
export function createMisfitFinder(contract: Contract): FindMisfits {
  const schemas = schemasOf(contract);
  const found = new WeakMap<Exchange, Misfits | null>();

  function find(exchange: Exchange): Misfits | null {
    const response = documentedResponse(exchange);
    // What is no operation is refused, and all refusals have one form.
    const schema = response ? `${response}/content/application~1json/schema` : '#/components/schemas/error';
    const errors = errorsOf(schemas(schema), exchange.body);
    if (errors.length === 0) return null;
    const [undocumented, ids] = [errors.filter(isUndocumented), errors.filter(isAboutId)];
    return { schema, undocumented, ids, others: errors.filter((error) => !isUndocumented(error) && !isAboutId(error)) };
  }

  return (exchange) => {
    if (exchange.status === 204) return null;
    const known = found.get(exchange);
    if (known !== undefined) return known;
    const misfits = find(exchange);
    found.set(exchange, misfits);
    return misfits;
  };
}

/** Says what does not fit, and where. */
export function describeMisfits(errors: readonly ErrorObject[]): string {
  return errors.map(({ instancePath, message }) => `${placeIn(instancePath)} ${message}`).join(', ');
}

/** A place of a body, such as `data.0.id`; `body` for all of it. */
export function placeIn(instancePath: string, ...names: readonly string[]): string {
  const segments = instancePath
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [...segments, ...names].join('.') || 'body';
}

function isUndocumented({ keyword }: ErrorObject): boolean {
  return keyword === 'additionalProperties';
}

function isAboutId({ keyword, schema }: ErrorObject): boolean {
  return keyword === 'pattern' && typeof schema === 'string' && formOfIds.test(schema);
}
