import { describe, expect, test } from 'vitest';
import { isObject, type Json, type JsonObject } from './json.ts';
import { listOperations } from './operations.ts';
import { readDocument } from './read.ts';
import { resolveRef } from './refs.ts';

/** Lists all schemas inside a schema, including itself, through references. */
function schemasIn(document: JsonObject, node: Json | undefined, place: string): (readonly [string, JsonObject])[] {
  if (Array.isArray(node)) return node.flatMap((child, index) => schemasIn(document, child, `${place}/${index}`));
  if (!isObject(node)) return [];
  const schema = resolveRef(document, node);
  const { example: _, enum: __, required: ___, ...parts } = schema;
  const inside = Object.entries(parts).flatMap(([key, child]) => schemasIn(document, child, `${place}/${key}`));
  return [[place, schema], ...inside];
}

describe.each(['guide', 'official', 'control'] as const)('in the request bodies of the %s document', (name) => {
  const document = readDocument(name);
  const bodies = listOperations(document).flatMap(({ operation }) =>
    operation.requestBody === undefined
      ? []
      : Object.entries(resolveRef(document, operation.requestBody)['content'] ?? {}).map(
          ([mediaType, json]) => [`${operation.operationId} ${mediaType}`, json] as const,
        ),
  );
  const arrays = bodies
    .flatMap(([place, json]) => schemasIn(document, isObject(json) ? json['schema'] : undefined, place))
    .filter(([, { type }]) => [type].flat().includes('array'));

  test('there are arrays', () => {
    expect(arrays.length).toBeGreaterThan(0);
  });

  test.each(arrays)('%s has an upper limit, and entries of one type', (_place, { maxItems, items }) => {
    expect(maxItems).toEqual(expect.any(Number));
    expect(resolveRef(document, items)['type']).toEqual(expect.any(String));
  });
});
