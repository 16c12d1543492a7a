import type { JsonObject } from '#openapi/document/json.ts';
import type { Operation } from '#openapi/document/operations.ts';
import { documentOf } from '#openapi/document/read.ts';
import type { Behaviours } from './behaviours.ts';
import { readSpec, type Spec } from './spec.ts';

const specs = new WeakMap<JsonObject, Spec>();

/** Returns the API under a mix of behaviours. Accounts with the same mix share it. */
export function specOf(behaviours: Behaviours): Spec {
  return specOfDocument(documentOf(behaviours));
}

function specOfDocument(document: JsonObject): Spec {
  const spec = specs.get(document) ?? readSpec(document);
  specs.set(document, spec);
  return spec;
}

/** Returns all operations of any mix of behaviours: the guide's document contains each of them. */
export function allOperations(): readonly Operation[] {
  return [...specOfDocument(documentOf({})).operations.values()];
}
