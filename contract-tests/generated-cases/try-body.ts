import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import type { Operation } from '../contract/document.ts';
import { expect } from '../law/expect.ts';
import { type Account, type Answer, refusalIn } from '../targets/account.ts';
import { ruleBrokenBy } from './beyond-schema.ts';
import type { Probe } from './enumeration/probe.ts';
import { expectedFields } from './expected-fields.ts';

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
): Promise<string | null> {
  const { behaviours, contract } = account.target;
  const body = probe.value ?? null;
  const expected = isObject(body) ? ruleBrokenBy(body, operation, behaviours, contract) : null;
  const isAccepted = probe.refusedAt === null && expected === null;
  const before = operation.method === 'PATCH' && !isAccepted ? await read(account, path) : null;
  const answer = await account.request(operation.method, path, { rawBody: JSON.stringify(body) });
  if (probe.refusedAt === null && isDecidedByMore(operation)) return expectWellFormed(operation, answer);
  if (isAccepted) return expectStored(account, operation, path, body, answer);
  const named = probe.refusedAt ?? expected?.field;
  expect(refusalIn(answer), probe.text).toMatchObject({
    status: probe.refusedAt === null ? (expected?.status ?? 400) : 400,
    code: probe.refusedAt === null ? expected?.code : 'bad_request',
    ...(named && { errors: expect.arrayContaining([expect.objectContaining({ field: named })]) }),
  });
  if (before) expect(await read(account, path), `${probe.text}, which was refused`).toEqual(before);
  return null;
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
