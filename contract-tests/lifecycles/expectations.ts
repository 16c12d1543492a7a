import { entityIn } from '../checks/entity-memory.ts';
import { expect } from '../law/expect.ts';
import type { Answer } from '../targets/account.ts';

/** The expected error of a request. */
export type ExpectedRefusal = { readonly status: number; readonly code: string };

export const notFound: ExpectedRefusal = { status: 404, code: 'not_found' };
export const entityArchived: ExpectedRefusal = { status: 400, code: 'entity_archived' };
export const badRequest: ExpectedRefusal = { status: 400, code: 'bad_request' };

/** Fields of an entity that the target generates. */
export type Given = { readonly id: string; readonly created_at: string; readonly updated_at: string };

/** Expects an error; one of several if the documentation does not say which. The state does not change. */
export function refused<State>(state: State, answer: Answer, ...expected: readonly ExpectedRefusal[]): State {
  const code = refusalCodeOf(answer);
  const fits = expected.some((one) => one.status === answer.status && one.code === code);
  expect(fits ? expected[0] : { status: answer.status, code }).toEqual(expected[0]);
  return state;
}

/** Expects a created entity with exactly these fields and the generated ones, and returns it. */
export function created<Fields extends object>(answer: Answer, fields: Fields): Fields & Given {
  return taken(answer, 201, fields, givenIn(answer));
}

/** Expects an updated entity, and returns it with its new `updated_at`. */
export function changed<Entity extends Given>(answer: Answer, entity: Entity): Entity {
  const { updated_at } = givenIn(answer);
  return taken(answer, 200, entity, { ...entity, updated_at });
}

/** Expects a response with the model's data. */
export function same<State>(state: State, { status, body }: Answer, data: unknown): State {
  expect({ status, data: dataIn(body) }).toEqual({ status: 200, data });
  return state;
}

/** Returns the `data` of a response body; `undefined` if there is none. */
export function dataIn(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined;
}

function taken<Fields extends object, Own extends object>(
  { status, body }: Answer,
  expected: number,
  fields: Fields,
  own: Own,
): Fields & Own {
  const entity = { ...fields, ...own };
  expect({ status, data: dataIn(body) ?? body }).toEqual({ status: expected, data: entity });
  // Cloned, since generated objects may lack a prototype, which comparisons would report.
  return structuredClone(entity);
}

function givenIn({ body }: Answer): Given {
  const data: Partial<Given> = entityIn(body) ?? {};
  const { id = '', created_at = '', updated_at = '' } = data;
  return { id, created_at, updated_at };
}

function refusalCodeOf({ body }: Answer): string | null {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}
