import type { JsonObject } from '#openapi/document/json.ts';
import { type Operation as ApiOperation, readOperations } from '#openapi/document/operations.ts';
import { documentOf } from '#openapi/document/read.ts';
import type { Behaviours } from './behaviours.ts';

/** An OpenAPI document and its operations. */
export type Contract = {
  readonly document: JsonObject;
  readonly operations: readonly Operation[];
};

export type Operation = Omit<ApiOperation, 'operationId' | 'method' | 'key'> & {
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** True if requests without an API key are refused. */
  readonly needsKey: boolean;
};

const contracts = new WeakMap<JsonObject, Contract>();

/** The contract of any mix of behaviours. Mixes with the same document share one, so that schemas are compiled once. */
export function contractOf(behaviours: Behaviours): Contract {
  const document = documentOf(behaviours);
  const contract = contracts.get(document) ?? { document, operations: operationsOf(document) };
  contracts.set(document, contract);
  return contract;
}

function operationsOf(document: JsonObject): Operation[] {
  return readOperations(document).map(({ operationId: id, method, key, ...operation }) => ({
    ...operation,
    id,
    method: method.toUpperCase(),
    needsKey: key === 'required',
  }));
}
