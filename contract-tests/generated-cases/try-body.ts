import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import type { Operation } from '../contract/document.ts';
import { expect } from '../law/expect.ts';
import { type Account, type Answer, refusalIn } from '../targets/account.ts';
import { ruleBrokenBy } from './beyond-schema.ts';
import type { Probe } from './enumeration/probe.ts';
import { expectedFields } from './expected-fields.ts';
import type { RuleBroken } from './rule.ts';

/** The expectations of the document, and of the rules beyond its schemas, for a body. */
export type Expectation = { readonly decided: 'accepted' | 'refused' | 'by more'; readonly broken: RuleBroken | null };

/** Expects a body to be accepted, to be refused, or to be decided about by more than its schema. */
export function expectationOf({ target }: Account, operation: Operation, { value, refusedAt }: Probe): Expectation {
  const { behaviours, contract } = target;
  const broken = isObject(value) ? ruleBrokenBy(value, operation, behaviours, contract) : null;
  if (refusedAt !== null) return { decided: 'refused', broken };
  if (isDecidedByMore(operation)) return { decided: 'by more', broken };
  return { decided: broken === null ? 'accepted' : 'refused', broken };
}

/**
 * Sends a body and checks the result against the document.
 *
 * @param path Path of an entity to update, or of a list to create in.
 * @returns Path of the entity if the body was accepted and the entity can be read, else `null`.
 */
export async function tryBody(
  account: Account,
  operation: Operation,
  path: string,
  probe: Probe,
  { decided, broken }: Expectation,
): Promise<string | null> {
  const body = probe.value ?? null;
  const answer = await account.request(operation.method, path, { rawBody: JSON.stringify(body) });
  if (decided === 'by more') return expectWellFormed(operation, answer);
  if (decided === 'accepted') return expectStored(account, operation, path, body, answer);
  const named = probe.refusedAt ?? broken?.field;
  expect(refusalIn(answer), probe.text).toMatchObject({
    status: probe.refusedAt === null ? (broken?.status ?? 400) : 400,
    code: probe.refusedAt === null ? broken?.code : 'bad_request',
    ...(named && { errors: expect.arrayContaining([expect.objectContaining({ field: named })]) }),
  });
  return null;
}

/** Watches an entity while bodies for it are refused, and reads it again once after all of them. */
export class Unchanged {
  readonly #account: Account;
  readonly #path: string;
  readonly #before: JsonObject;
  readonly #refused: string[] = [];

  private constructor(account: Account, path: string, before: JsonObject) {
    this.#account = account;
    this.#path = path;
    this.#before = before;
  }

  /** @param path Path of an update or of its preview. */
  static async watch(account: Account, path: string): Promise<Unchanged> {
    const entity = path.replace(/\/preview$/, '');
    return new Unchanged(account, entity, await read(account, entity));
  }

  add(refused: string): void {
    this.#refused.push(refused);
  }

  async check(): Promise<void> {
    const after = await read(this.#account, this.#path);
    expect(after, `after these were refused: ${this.#refused.join('; ')}`).toEqual(this.#before);
  }
}

/**
 * True for operations whose result depends on more than the schema of their body: on statuses, on what was sold, on the
 * type of a simulation, on other reports, and on what belongs together. Laws of their nouns cover that.
 */
function isDecidedByMore({ path, id }: Operation): boolean {
  return (
    /^\/(transactions|adjustments|simulations|reports|api-keys|checkout-domains)/.test(path) ||
    (/^\/subscriptions/.test(path) && !/^(cancel|pause)/.test(id))
  );
}

/** Expects that a body which fits its schema is accepted, or refused by a rule. One without a code of its own names a field. */
function expectWellFormed({ responses, successStatus }: Operation, answer: Answer): null {
  if (answer.status < 400) {
    expect(answer.status).toBe(successStatus);
    return null;
  }
  expect([...responses.keys()], JSON.stringify(answer.body)).toContain(String(answer.status));
  const { code, errors } = refusalIn(answer);
  if (code === 'bad_request') expect(errors).toEqual([expect.objectContaining({ field: expect.any(String) })]);
  return null;
}

async function expectStored(
  account: Account,
  operation: Operation,
  path: string,
  body: Json,
  { status, body: answered }: Answer,
): Promise<string | null> {
  const { behaviours, contract } = account.target;
  expect(status, JSON.stringify(answered)).toBe(operation.successStatus);
  const data = dataOf(answered);
  const entity = entityPath(operation, path, data['id']);
  const isReadable = contract.operations.some(({ method, path: known }) => method === 'GET' && fits(known, entity));
  if (!isReadable) return null;
  if (!isAction(operation)) expect(data).toMatchObject(expectedFields(isObject(body) ? body : {}, behaviours));
  expect(await read(account, entity)).toEqual(data);
  return entity;
}

/** True for an operation on an entity that is no update of its fields, such as `/subscriptions/{id}/pause`. */
export function isAction({ method, successStatus }: Operation): boolean {
  return method === 'POST' && successStatus !== 201;
}

function entityPath(operation: Operation, path: string, id: Json | undefined): string {
  if (isAction(operation)) return path.slice(0, path.lastIndexOf('/'));
  return operation.method === 'POST' ? `${path}/${id}` : path;
}

async function read(account: Account, path: string): Promise<JsonObject> {
  return dataOf((await account.request('GET', path)).body);
}

/** Returns the entity in a response. The cast holds since the checks have validated it. */
function dataOf(body: unknown): JsonObject {
  return (body as { data: JsonObject }).data;
}

function fits(path: string, filled: string): boolean {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(filled);
}
