import type { Profile } from '#fixtures/index.ts';
import type { JsonObject } from '#openapi/document/json.ts';
import type { Operation } from '#openapi/document/operations.ts';
import { readSpec } from '../spec/spec.ts';

/** An operation, and the schema of its body. */
export type Target = { operation: Operation; body: JsonObject | undefined; document: JsonObject };

/** Documents and operations of a server. */
export type Served = {
  api: readonly Target[];
  control: readonly Target[];
  operationIds: readonly string[];
  eventTypes: readonly string[];
};

/** Reads the documents that a server serves. */
export async function readServed(url: string, profile: Profile): Promise<Served> {
  const [api, control] = await Promise.all(
    [profile, 'control'].map((name) => read(`${url}/_paddock/openapi/${name}.json`)),
  );
  if (!api || !control) throw new Error(`Could not read the documents of ${url}.`);
  const { operations, eventTypes } = readSpec(api);
  return {
    api: targetsOf(api),
    control: targetsOf(control),
    operationIds: [...operations.keys()],
    eventTypes: [...eventTypes],
  };
}

async function read(url: string): Promise<JsonObject> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Could not read ${url}: the server answered ${response.status}.`);
  return response.json();
}

function targetsOf(document: JsonObject): Target[] {
  return [...readSpec(document).operations.values()].map((operation) => ({
    operation,
    body: operation.bodySchema === undefined ? undefined : { $ref: operation.bodySchema },
    document,
  }));
}
