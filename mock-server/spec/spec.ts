import type { Ajv2020, ErrorObject } from 'ajv/dist/2020.js';
import { type JsonObject, mapObjects } from '#openapi/document/json.ts';
import { type Operation, readOperations } from '#openapi/document/operations.ts';
import { nodeAt, objectAt } from '#openapi/document/refs.ts';
import { readSchemas, type Schemas } from '#openapi/document/schema.ts';
import { errorsOf, schemaCompiler } from '#openapi/document/validator.ts';
import { addBoundedKeywords, boundSchemas } from './bounded-schemas.ts';

/** A document ready for use: its operations, and validators of its schemas. */
export type Spec = {
  operations: ReadonlyMap<string, Operation>;
  /** Names of all event types. */
  eventTypes: ReadonlySet<string>;
  schemas: Schemas;
  /** Validates a request body; returns its errors. */
  checkBody(operation: Operation, body: unknown): readonly ErrorObject[];
  /** Splits a valid body into the fields that the document describes and the names of others, which are ignored. */
  splitBody(operation: Operation, body: object): { described: object; ignored: readonly string[] };
  /**
   * Validates an entity against a schema of `components`; returns its errors, or only the first one of a huge entity.
   */
  checkEntity(schema: string, entity: unknown): readonly ErrorObject[];
};

/** Reads a bundled OpenAPI document. */
export function readSpec(document: JsonObject): Spec {
  let made: ReturnType<typeof compilersOf> | undefined;
  // Not before the first body: a start needs none.
  const compilers = () => {
    made ??= compilersOf(document);
    return made;
  };
  const schemas = readSchemas(document);
  const operations = new Map(readOperations(document).map((operation) => [operation.operationId, operation]));
  return {
    schemas,
    operations,
    eventTypes: new Set(eventTypesOf(document)),
    checkBody: (operation, body) => (operation.bodySchema ? errorsOf(compilers().all(operation.bodySchema), body) : []),
    splitBody: ({ bodySchema }, body) => {
      if (bodySchema === undefined) return { described: body, ignored: [] };
      const schema = schemas.at(bodySchema);
      if (schema.additional === false || schema.properties.size === 0) return { described: body, ignored: [] };
      const ignored = Object.keys(body).filter((name) => !schema.properties.has(name));
      return { described: ignored.length > 0 ? without(body, ignored) : body, ignored };
    },
    checkEntity: (schema, entity) => {
      const { all, first } = compilers();
      const pointer = `#/components/schemas/${schema}`;
      const [problem] = errorsOf(first(pointer), entity);
      if (problem === undefined) return [];
      return isHuge(entity) ? [problem] : errorsOf(all(pointer), entity);
    },
  };
}

/** Makes the compilers of the schemas that bodies and entities are validated against, about half of a document. */
function compilersOf(document: JsonObject) {
  const { schemas = {} } = objectAt(document, '#/components');
  const bodiesOf = (item: JsonObject) => mapObjects(item, ({ requestBody = null }) => ({ requestBody }));
  const bounded = boundSchemas({ components: { schemas }, paths: mapObjects(document['paths'], bodiesOf) });
  return {
    all: schemaCompiler(bounded, { adapt: addKeywords }),
    // Entities may hold lists of any length, and collecting all errors takes just as long.
    first: schemaCompiler(bounded, { adapt: addKeywords, allErrors: false }),
  };
}

function eventTypesOf(document: JsonObject): string[] {
  const names = nodeAt(objectAt(document, '#/components/schemas'), ['event-type-name', 'enum']);
  return Array.isArray(names) ? names.map(String) : [];
}

function without(body: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}

/** Limit of parts of an entity for which all errors are collected. */
const partsAtMost = 5_000;

function isHuge(entity: unknown): boolean {
  let parts = 0;
  const left = [entity];
  while (left.length > 0 && parts <= partsAtMost) {
    const part = left.pop();
    parts += 1;
    if (typeof part !== 'object' || part === null) continue;
    for (const name in part) {
      left.push(Reflect.get(part, name));
      if (left.length > partsAtMost) return true;
    }
  }
  return parts > partsAtMost;
}

function addKeywords(ajv: Ajv2020): void {
  // Transitions of customers check if an address is usable; here it must only look like one.
  ajv.addFormat('email', /^[^@]+@[^@]+$/);
  addBoundedKeywords(ajv);
}
