import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { documentOptions } from '#openapi/ajv-options.ts';
import type { Json, JsonObject } from '#openapi/document-changes.ts';
import { addBoundedKeywords, boundSchemas } from './bounded-schemas.ts';
import { type Shape, type Shapes, shapesOf } from './spec-shapes.ts';

const methods = ['get', 'post', 'patch', 'put', 'delete'] as const;

/** A parameter as the document describes it, with references followed. */
export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  style?: string;
  schema: ParameterSchema;
  'x-page-size-maximum'?: number;
  'x-sort-order'?: boolean;
};

export type ParameterSchema = {
  /** Missing where there is `anyOf`. */
  type?: 'string' | 'integer' | 'array' | 'object';
  anyOf?: readonly ParameterSchema[];
  pattern?: string;
  format?: string;
  enum?: readonly string[];
  maxLength?: number;
  maxItems?: number;
  minimum?: number;
  default?: Json;
  items?: ParameterSchema;
  properties?: Record<string, ParameterSchema>;
  'x-time'?: boolean;
  'x-enum-permissions'?: Readonly<Record<string, string>>;
};

/** What the document says of one operation. */
export type Operation = {
  operationId: string;
  /** A sentence without its full stop. */
  summary: string;
  method: (typeof methods)[number];
  /** With braces around parameters, as in the document. */
  path: string;
  /** Permission that a key needs; `null` means any key will do. */
  permission: string | null;
  /** Whether it takes no key. */
  isPublic: boolean;
  successStatus: number;
  parameters: readonly Parameter[];
  /** JSON Pointer of the request body's schema. */
  bodySchema: string | undefined;
  /** Whether `{}` is as good as no body where it takes none. */
  isEmptyBodyTaken: boolean;
};

/** A document, ready for use: its operations, and checks against its schemas. */
export type Spec = {
  operations: ReadonlyMap<string, Operation>;
  /** Names of the event types that there are. */
  eventTypes: ReadonlySet<string>;
  /** What the document says of the values of each schema. */
  shapes: Shapes;
  /** Checks a request body; answers what is wrong with it, nothing if it fits. */
  checkBody(operation: Operation, body: unknown): readonly ErrorObject[];
  /** Splits a body that fits into the fields that the document describes and the names of others, which are ignored. */
  splitBody(operation: Operation, body: object): { described: object; ignored: readonly string[] };
  /**
   * Checks an entity against a schema of `components`; answers what is wrong with it, nothing if it fits. Of a huge one
   * that is the first thing.
   */
  checkEntity(schema: string, entity: unknown): readonly ErrorObject[];
};

/** Reads a bundled OpenAPI document. */
export function readSpec(document: JsonObject): Spec {
  const all = validatorsOf(document, documentOptions);
  // Entities may hold lists of any length, and collecting all that is wrong there takes as long.
  const first = validatorsOf(document, { ...documentOptions, allErrors: false });
  const schemas = objectAt(document, '/components/schemas');
  const shapes = shapesOf(document);
  const operations = readOperations(document);
  const bodyShapes = new Map<string, Shape>();
  const bodyShapeOf = (pointer: string) => {
    const shape = bodyShapes.get(pointer) ?? shapes.of(objectAt(document, pointer));
    bodyShapes.set(pointer, shape);
    return shape;
  };
  return {
    shapes,
    operations,
    eventTypes: new Set(
      asArray(schemas['event-type-name'] === undefined ? [] : asObject(schemas['event-type-name'])['enum']).map(String),
    ),
    checkBody: (operation, body) => (operation.bodySchema ? all(operation.bodySchema)(body) : []),
    splitBody: ({ bodySchema }, body) => {
      if (bodySchema === undefined) return { described: body, ignored: [] };
      const { fields, isClosed } = bodyShapeOf(bodySchema);
      const ignored = fields && !isClosed ? Object.keys(body).filter((name) => !fields.has(name)) : [];
      return { described: ignored.length > 0 ? without(body, ignored) : body, ignored };
    },
    checkEntity: (schema, entity) => {
      const pointer = `/components/schemas/${schema}`;
      const [problem] = first(pointer)(entity);
      if (problem === undefined) return [];
      return isHuge(entity) ? [problem] : all(pointer)(entity);
    },
  };
}

function without(body: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}

/** Parts of an entity that is told all that is wrong with it. */
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

/** Compiles schemas when they are first needed, since each takes milliseconds. */
function validatorsOf(
  document: JsonObject,
  options: Options,
): (pointer: string) => (value: unknown) => readonly ErrorObject[] {
  let ajv: Ajv2020 | undefined;
  const compiled = new Map<string, ValidateFunction>();
  return (pointer) => (value) => {
    ajv ??= createAjv(document, options);
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `paddle#${encodeURI(pointer)}` });
    compiled.set(pointer, validate);
    return validate(value) ? [] : (validate.errors ?? []);
  };
}

function createAjv(document: JsonObject, options: Options): Ajv2020 {
  const ajv = new Ajv2020(options);
  addFormats.default(ajv, ['date-time', 'uri', 'uuid']);
  // Whether an address can be used is a question for the customer's transitions; here it must look like one.
  ajv.addFormat('email', /^[^@]+@[^@]+$/);
  addBoundedKeywords(ajv);
  ajv.addSchema({ $id: 'paddle', ...boundSchemas(document) });
  return ajv;
}

function readOperations(document: JsonObject): Map<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const [path, item] of Object.entries(objectAt(document, '/paths'))) {
    for (const method of methods.filter((name) => name in asObject(item))) {
      const operation = readOperation(document, path, method, asObject(item));
      operations.set(operation.operationId, operation);
    }
  }
  return operations;
}

function readOperation(document: JsonObject, path: string, method: Operation['method'], item: JsonObject): Operation {
  const operation = asObject(item[method]);
  const parameters = [...asArray(item['parameters']), ...asArray(operation['parameters'])];
  const permission = operation['x-permission'];
  const hasBody = operation['requestBody'] !== undefined;
  const escapedPath = path.replaceAll('~', '~0').replaceAll('/', '~1');
  return {
    operationId: String(operation['operationId']),
    summary: String(operation['summary']),
    method,
    path,
    permission: typeof permission === 'string' ? permission : null,
    isPublic: Array.isArray(operation['security']) && operation['security'].length === 0,
    successStatus: Number(Object.keys(asObject(operation['responses'])).find((status) => status.startsWith('2'))),
    // The document is linted, so what it calls a parameter is one.
    parameters: parameters.map((parameter) => resolve(document, parameter) as unknown as Parameter),
    bodySchema: hasBody ? `/paths/${escapedPath}/${method}/requestBody/content/application~1json/schema` : undefined,
    isEmptyBodyTaken: method !== 'get' && operation['x-empty-body'] !== 'refused',
  };
}

/** Follows references, all the way down. */
function resolve(document: JsonObject, node: Json): Json {
  if (Array.isArray(node)) return node.map((entry) => resolve(document, entry));
  if (typeof node !== 'object' || node === null) return node;
  const reference = node['$ref'];
  if (typeof reference === 'string') return resolve(document, objectAt(document, reference.slice(1)));
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolve(document, value)]));
}

function objectAt(document: JsonObject, pointer: string): JsonObject {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce((node: JsonObject, key) => asObject(node[key]), document);
}

function asObject(node: Json | undefined): JsonObject {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) {
    throw new TypeError('The generated document is broken. Run `npm run generate`.');
  }
  return node;
}

function asArray(node: Json | undefined): Json[] {
  return Array.isArray(node) ? node : [];
}
