import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { type DocumentOperation, listOperations } from '#openapi/document/operations.ts';
import { nodeAt, resolveRef } from '#openapi/document/refs.ts';

/** A kind of entity that the API can create, and how a run against the sandbox removes it. */
export type CreatedKind = {
  /** Path of the creating operation, with parameters in braces. */
  readonly path: string;
  /** Way to remove an entity; `remains` if the document says that it cannot be removed. */
  readonly removal: 'delete' | 'archive' | 'remains';
  /** First page of the active entities; `null` for kinds below another one, which go with their owner. */
  readonly list: string | null;
};

/**
 * The kinds of entities that a document's operations create, and how to remove each: with `DELETE`, else with `PATCH`
 * to the status `archived`.
 *
 * @throws Error for a kind that no operation removes, unless `x-remains` gives a reason.
 */
export function createdKindsOf(document: JsonObject): CreatedKind[] {
  const operations = listOperations(document);
  const find = (method: string, path: string) => operations.find((one) => one.method === method && one.path === path);
  return operations.filter(isCreation).map((creation) => {
    const { path } = creation;
    const items = operations.filter(
      (one) => one.path.startsWith(`${path}/{`) && !one.path.slice(path.length + 1).includes('/'),
    );
    const list = path.includes('{') ? undefined : find('get', path);
    return { path, removal: removalOf(document, creation, items), list: list ? firstPageOf(document, list) : null };
  });
}

/** The path of the entity of a request, such as `/customers/ctm_…`, also for `…/archive`; `null` for other kinds. */
export function entityPath(kinds: readonly CreatedKind[], pathname: string, id: string): string | null {
  for (const kind of kinds.filter(({ removal }) => removal !== 'remains')) {
    const [collection] = new RegExp(`^${patternOf(kind)}(?=/|$)`).exec(pathname) ?? [];
    if (collection === undefined) continue;
    const rest = `${pathname.slice(collection.length)}/`;
    if (rest === '/' || rest.startsWith(`/${id}/`)) return `${collection}/${id}`;
  }
  return null;
}

/** The kind of the entity at a path. */
export function kindAt(kinds: readonly CreatedKind[], path: string): CreatedKind | undefined {
  return kinds.find((kind) => new RegExp(`^${patternOf(kind)}/[^/]+$`).test(path));
}

function patternOf({ path }: CreatedKind): string {
  return path.replaceAll(/\{\w+\}/g, '[^/]+');
}

function isCreation({ method, operation: { responses } }: DocumentOperation): boolean {
  return method === 'post' && isObject(responses) && responses['201'] !== undefined;
}

function removalOf(
  document: JsonObject,
  { operation }: DocumentOperation,
  items: readonly DocumentOperation[],
): CreatedKind['removal'] {
  if (items.some(({ method }) => method === 'delete')) return 'delete';
  if (items.some((item) => item.method === 'patch' && canArchive(document, item))) return 'archive';
  if (typeof operation['x-remains'] === 'string') return 'remains';
  throw new Error(
    `Could not find out how to clean up after ${operation['operationId']}: no operation deletes or archives what it creates. Add one, or x-remains with the reason.`,
  );
}

function canArchive(document: JsonObject, { operation }: DocumentOperation): boolean {
  const body = resolveRef(document, operation['requestBody']);
  const schema = resolveRef(document, nodeAt(body, ['content', 'application/json', 'schema']));
  const status = nodeAt(schema, ['properties', 'status']);
  const statuses = status === undefined ? [] : resolveRef(document, status)['enum'];
  return Array.isArray(statuses) && statuses.includes('archived');
}

/** Query for large pages of active entities, oldest first. */
function firstPageOf(document: JsonObject, { path, parameters }: DocumentOperation): string {
  const schemaOf = (name: string) => {
    const found = parameters.find((parameter) => parameter['name'] === name);
    return found && resolveRef(document, found['schema']);
  };
  const query = [
    schemaOf('status') && 'status=active',
    schemaOf('per_page') && 'per_page=200',
    schemaOf('order_by') && 'order_by=id[ASC]',
  ];
  return `${path}?${query.filter(Boolean).join('&')}`;
}
