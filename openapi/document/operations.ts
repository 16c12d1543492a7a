import { isObject, type Json, type JsonObject } from './json.ts';
import { objectAt, pointerOf, resolveAll, resolveRef } from './refs.ts';

const methods = ['get', 'post', 'patch', 'put', 'delete'] as const;

/** A parameter as the document describes it, with references resolved. */
export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  style?: string;
  /** True for a list whose entries are parameters of their own, which may contain commas. */
  explode?: boolean;
  required?: boolean;
  example?: Json;
  schema: ParameterSchema;
  'x-page-size-maximum'?: number;
  'x-sort-order'?: boolean;
};

export type ParameterSchema = {
  /** Missing if there is `anyOf`. */
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
  'x-not-emulated'?: Readonly<Record<string, string>>;
};

/** An operation of the document, with references resolved. */
export type Operation = {
  operationId: string;
  /** Without a full stop. */
  summary: string;
  method: (typeof methods)[number];
  /** With braces around parameters. */
  path: string;
  /** Permission that a key needs; `null` if any key is accepted. */
  permission: string | null;
  /** True if a key needs no permission for itself. */
  isOpenToOwnKey: boolean;
  /** Use of a key: operations without one ignore it, and those with an optional one refuse an invalid one. */
  key: 'required' | 'optional' | 'none';
  successStatus: number;
  /** Limit of requests per minute and IP address that the operation has instead of the usual one. */
  requestsPerMinute: number | undefined;
  /** Parameters of the path and of the operation. */
  parameters: readonly Parameter[];
  /** JSON Pointer of the request body's schema. */
  bodySchema: string | undefined;
  isBodyRequired: boolean;
  /** True if an operation without a body accepts `{}`. */
  isEmptyBodyTaken: boolean;
  /** JSON Pointer of each documented response by status, which may be a range such as `5XX`. */
  responses: ReadonlyMap<string, string>;
};

/** An operation as written in the document, with its path and method, and the parameters of both. */
export type DocumentOperation = {
  path: string;
  method: Operation['method'];
  operation: JsonObject;
  parameters: JsonObject[];
};

/** Lists the operations of a document or of its webhooks. */
export function listOperations(document: JsonObject, section: 'paths' | 'webhooks' = 'paths'): DocumentOperation[] {
  const items = section === 'paths' ? objectAt(document, '#/paths') : (document.webhooks ?? {});
  return Object.entries(items).flatMap(([path, entry]) => {
    const item = resolveRef(document, entry);
    return methods
      .filter((method) => item[method] !== undefined)
      .map((method) => {
        const operation = resolveRef(document, item[method]);
        const parameters = [item.parameters, operation.parameters].flatMap((list) => (Array.isArray(list) ? list : []));
        return { path, method, operation, parameters: parameters.map((parameter) => resolveRef(document, parameter)) };
      });
  });
}

/**
 * The path at which the entity of an event is read, such as of `address.created`. Where there is no operation for a single one,
 * as for adjustments, it is that of a list of one. Undefined for entities that only events show, such as payouts.
 */
export function pathOfEvent(
  document: JsonObject,
  eventType: string,
  entity: Readonly<Record<string, unknown>>,
): string | undefined {
  const [noun = ''] = eventType.split('.');
  const named = (name: string) => {
    const id = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return listOperations(document).find(({ operation }) => operation.operationId === id);
  };
  const [reading, list] = [named(`get_${noun}`) ?? named(`get_customer_${noun}`), named(`list_${noun}s`)];
  if (!reading && list) return `${list.path}?id=${entity['id']}`;
  return reading?.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(entity[`_${noun}_id`.endsWith(`_${name}`) ? 'id' : name]),
  );
}

/** Lists an operation's responses by status, resolved. */
export function listResponses(document: JsonObject, operation: JsonObject): [status: string, response: JsonObject][] {
  const responses = isObject(operation.responses) ? operation.responses : {};
  return Object.entries(responses).map(([status, response]) => [status, resolveRef(document, response)]);
}

/** Reads the operations of a document. */
export function readOperations(document: JsonObject): Operation[] {
  return listOperations(document).map(({ path, method, operation, parameters }) => {
    const pointer = pointerOf(['paths', path, method]);
    const { 'x-permission': permission, 'x-requests-per-minute': ownLimit } = operation;
    const responses = readResponses(operation, pointer);
    return {
      operationId: String(operation.operationId),
      summary: String(operation.summary),
      method,
      path,
      permission: typeof permission === 'string' ? permission : null,
      isOpenToOwnKey: operation['x-own-key'] === true,
      key: keyOf(operation),
      successStatus: Number([...responses.keys()].find((status) => status.startsWith('2'))),
      requestsPerMinute: typeof ownLimit === 'number' ? ownLimit : undefined,
      // The cast holds since the document is linted.
      parameters: parameters.map((parameter) => resolveAll(document, parameter) as unknown as Parameter),
      bodySchema:
        operation.requestBody === undefined ? undefined : `${pointer}/requestBody/content/application~1json/schema`,
      isBodyRequired: isObject(operation.requestBody) && operation.requestBody.required === true,
      isEmptyBodyTaken: method !== 'get' && operation['x-empty-body'] !== 'refused',
      responses,
    };
  });
}

/** The document's security applies unless an operation has its own, in which an empty object stands for no key. */
function keyOf({ security }: JsonObject): Operation['key'] {
  if (!Array.isArray(security)) return 'required';
  if (security.length === 0) return 'none';
  return security.some((scheme) => isObject(scheme) && Object.keys(scheme).length === 0) ? 'optional' : 'required';
}

function readResponses({ responses }: JsonObject, pointer: string): Map<string, string> {
  const found = Object.entries(isObject(responses) ? responses : {}).map(([status, response]): [string, string] => {
    const reference = isObject(response) ? response.$ref : undefined;
    return [status, typeof reference === 'string' ? reference : `${pointer}/responses/${status}`];
  });
  return new Map(found);
}
