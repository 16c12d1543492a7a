import type { Json, JsonObject } from '#openapi/document/json.ts';
import type { Operation } from '#openapi/document/operations.ts';
import { type Drawing, drawValue } from './draw-value.ts';
import type { Named } from './named-values.ts';
import { hugeNumber } from './odd-values.ts';
import { type RawRequest, rawRequestOf } from './raw-request.ts';
import type { Target } from './read-served.ts';

/** A request for an operation before it is printed, so that parts of it can be spoiled. */
export type Draft = {
  operation: Operation;
  method: string;
  path: Record<string, string>;
  query: [name: string, value: string][];
  headers: Record<string, string>;
  body: Json | undefined;
};

/** Drafts a valid request. */
export function drawDraft({ operation, body: schema, document }: Target, named: Named): Draft {
  const drawing = { ...named, document };
  const { dice, account } = drawing;
  const method = operation.method.toUpperCase();
  const [mainKey = ''] = account.keys;
  const key = dice.chance(0.05) ? dice.pick(account.keys) : mainKey;
  const headers: Record<string, string> = { Authorization: `Bearer ${key}` };
  const body = schema && (dice.chance(0.95) || method !== 'POST') ? drawValue(schema, drawing) : undefined;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  return { operation, method, path: drawPath(operation, drawing), query: drawQuery(operation, drawing), headers, body };
}

function drawPath({ path, parameters }: Operation, drawing: Drawing): Record<string, string> {
  const { dice, account } = drawing;
  const schemas = new Map(parameters.map(({ name, schema }) => [name, schema]));
  const values: Record<string, string> = {};
  for (const [, name = ''] of path.matchAll(/\{([^}]+)\}/g)) {
    // A parameter's schema is one of the document's.
    const schema = (schemas.get(name) ?? { type: 'string' }) as JsonObject;
    values[name] = String(drawValue(schema, drawing, name));
  }
  const owner = Object.values(values).flatMap((id) => account.owners.get(id) ?? [])[0];
  if (owner !== undefined && 'customer_id' in values && dice.chance(0.9)) values['customer_id'] = owner;
  return values;
}

function drawQuery({ parameters }: Operation, drawing: Drawing): [string, string][] {
  const asked = parameters.filter((parameter) => parameter.in === 'query' && drawing.dice.chance(0.2));
  return asked.flatMap(({ name, schema }) => {
    const value = drawValue(schema as JsonObject, drawing, name);
    if (typeof value !== 'object' || value === null) return [[name, String(value)]];
    if (Array.isArray(value)) return [[name, value.join()]];
    return Object.entries(value).map(([bound, time]): [string, string] => [`${name}[${bound}]`, String(time)]);
  });
}

/** Percent-encodes a text; unpaired surrogates, which have no UTF-8, become U+FFFD. */
export function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** Prints a draft. */
export function requestOf(draft: Draft, mayBeReset: boolean): RawRequest {
  const { operation, method, headers, body } = draft;
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name) => encoded(draft.path[name] ?? ''));
  const query = draft.query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  return rawRequestOf({
    about: operation.operationId,
    method,
    target: query === '' ? path : `${path}?${query}`,
    headers: { Host: '127.0.0.1', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body, shortWait).replaceAll(`"${hugeNumber}"`, '1e400'),
    mayBeReset: mayBeReset || 'X-Paddock-Fault' in headers,
  });
}

/** Maximum waits that a request may ask for. Longer ones would look like a hang. */
const longestWaits = new Map([
  ['timeout_ms', 200],
  ['delay_ms', 20],
  ['jitter_ms', 20],
  ['delay_ms_per_byte', 0.01],
]);

/** Shortens waits anywhere in a body. */
function shortWait(name: string, value: unknown): unknown {
  const longest = longestWaits.get(name);
  return typeof value === 'number' && longest !== undefined ? Math.min(value, longest) : value;
}
