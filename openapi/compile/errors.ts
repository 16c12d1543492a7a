import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isObject, type Json, type JsonObject } from '../document/json.ts';
import type { RefTo } from './component-refs.ts';

type ErrorEntry = { status: number; type: 'request_error' | 'api_error'; group: string; detail: string };
export type ErrorCatalogue = ReadonlyMap<string, ErrorEntry>;

/** Reads the catalogue of errors, by code. */
export function readErrors(openapi: string): ErrorCatalogue {
  const groups: Record<string, Record<string, number | { status: number; detail: string }>> = parse(
    readFileSync(`${openapi}errors.yaml`, 'utf8'),
  );
  return new Map(
    Object.entries(groups).flatMap(([group, errors]) =>
      Object.entries(errors).map(([code, entry]): [string, ErrorEntry] => {
        const { status, detail } = typeof entry === 'number' ? { status: entry, detail: wordsOf(code) } : entry;
        const ofTheApi = group === 'shared' && (status === 429 || status >= 500);
        return [code, { status, type: ofTheApi ? 'api_error' : 'request_error', group, detail }];
      }),
    ),
  );
}

/** Returns the detail of a code whose detail is unknown. @evidence assumed */
function wordsOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Expands an error response of `components/responses.yaml`. */
export function errorResponse(refusal: JsonObject, catalogue: ErrorCatalogue, refTo: RefTo): JsonObject {
  const { description, codes, example, headers } = refusal;
  if (!Array.isArray(codes)) return refusal;
  for (const code of codes) entryOf(String(code), catalogue);
  const { code = codes[0], ...values } = isObject(example) ? example : {};
  const more = Object.entries(isObject(headers) ? headers : {}).map(([name, key]) => [
    name,
    refTo('headers', String(key)),
  ]);
  return {
    ...(description !== undefined && { description }),
    'x-error-codes': codes,
    headers: { 'Request-Id': refTo('headers', 'request-id'), ...Object.fromEntries(more) },
    content: {
      'application/json': { schema: refTo('schemas', 'error'), example: exampleOf(String(code), values, catalogue) },
    },
  };
}

function exampleOf(code: string, { errors, ...values }: JsonObject, catalogue: ErrorCatalogue): Json {
  const { type, group, detail } = entryOf(code, catalogue);
  return {
    error: {
      type,
      code,
      detail: detail.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
      documentation_url: `https://developer.paddle.com/v1/errors/${group}/${code}`,
      ...(errors !== undefined && { errors }),
    },
    meta: { request_id: '7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11' },
  };
}

function entryOf(code: string, catalogue: ErrorCatalogue): ErrorEntry {
  const entry = catalogue.get(code);
  if (!entry) throw new Error(`Could not document ${code}: openapi/errors.yaml does not have it. Add it there.`);
  return entry;
}

/** Generates `generated/errors.ts`: the catalogue as a typed table, and the type of its codes. */
export function errorsModule(catalogue: ErrorCatalogue): string {
  const groups = Map.groupBy(catalogue, ([, { group }]) => group).values();
  const codes = [...groups].map((errors) => `\n  ${errors.map(([code]) => `| '${code}'`).join(' ')}`);
  const lines = [...catalogue].map(([code, entry]) => `  ${code}: ${JSON.stringify(entry)},\n`);
  return [
    `/** Code of a published error. */\nexport type PublishedErrorCode =${codes.join('')};\n\n`,
    '/** Published errors by code. */\nexport const paddleErrors = {\n',
    ...lines,
    '} as const satisfies Record<PublishedErrorCode, object>;\n',
  ].join('');
}
