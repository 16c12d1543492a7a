import { applyChanges, type DocumentChange, type Json, type JsonObject } from '#openapi/document-changes.ts';
import changes from '#openapi/generated/changes.json' with { type: 'json' };
import guide from '#openapi/generated/guide.json' with { type: 'json' };
import type { Behaviours } from './behaviours.ts';

/** The parts of an OpenAPI document that the suite reads. */
export type Contract = {
  readonly document: JsonObject;
  readonly operations: readonly Operation[];
};

export type Operation = {
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  /** With parameters in braces. */
  readonly path: string;
  /** API key permission the operation needs; `null` where any key will do. */
  readonly permission: string | null;
  /** Whether a request without an API key is refused. */
  readonly needsKey: boolean;
  /** JSON Pointer of each documented response, by status; `5XX` and the like included. */
  readonly responses: ReadonlyMap<string, string>;
};

// Both files are JSON, which TypeScript types by their present contents; here they become what they are in general.
const guideDocument = guide as JsonObject;
const documentChanges = changes as DocumentChange[];

const contracts = new Map<string, Contract>();

/**
 * The contract of any mix of behaviours: the guide's document with the changes that belong to their values. Mixes of which
 * the same changes are in force share one, so that its schemas are compiled once.
 */
export function contractOf(behaviours: Behaviours): Contract {
  const values: Readonly<Record<string, string>> = behaviours;
  const inForce = documentChanges.filter((change) => values[change.behaviour] === change.value);
  const name = [...new Set(inForce.map(({ behaviour, value }) => `${behaviour}=${value}`))].join();
  const known = contracts.get(name);
  if (known) return known;
  const document = applyChanges(guideDocument, inForce);
  const contract = { document, operations: operationsOf(document) };
  contracts.set(name, contract);
  return contract;
}

/** The node at a JSON Pointer such as `#/components/schemas/customer`. */
export function nodeAt(document: JsonObject, pointer: string): JsonObject {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  let node: Json | undefined = document;
  for (const key of keys) node = isObject(node) ? node[key] : undefined;
  if (!isObject(node)) throw new Error(`Could not read the contract: it has nothing at ${pointer}. Generate it again.`);
  return node;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function operationsOf(document: JsonObject): Operation[] {
  return Object.entries(nodeAt(document, '#/paths')).flatMap(([path, item]) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([method, operation]) => {
      if (!isObject(operation) || typeof operation['operationId'] !== 'string') return [];
      const pointer = `#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}/responses`;
      const { security, 'x-permission': permission } = operation;
      return {
        id: operation['operationId'],
        method: method.toUpperCase(),
        path,
        permission: typeof permission === 'string' ? permission : null,
        needsKey: !Array.isArray(security) || security.length > 0,
        responses: responsesAt(document, pointer),
      };
    }),
  );
}

function responsesAt(document: JsonObject, pointer: string): Map<string, string> {
  const found = Object.entries(nodeAt(document, pointer)).map(([status, response]): [string, string] => {
    const reference = isObject(response) ? response['$ref'] : undefined;
    return [status, typeof reference === 'string' ? reference : `${pointer}/${status}`];
  });
  return new Map(found);
}
