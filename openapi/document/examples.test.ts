import { describe, expect, test } from 'vitest';
import { findExamples, hasExample } from './examples.ts';
import { listOperations, listResponses } from './operations.ts';
import { readDocument } from './read.ts';
import { pointerOf, resolveRef } from './refs.ts';
import { validatorOf } from './validator.ts';

const least = { guide: 50, official: 50, control: 10 };

describe.each(['guide', 'official', 'control'] as const)('the %s document', (name) => {
  const document = readDocument(name);
  const examples = findExamples(document);
  const validate = validatorOf(document);

  test('has no example that findExamples overlooks', () => {
    const written = JSON.stringify(document).match(/"examples?":/g) ?? [];
    expect(examples).toHaveLength(written.length);
    expect(examples.length).toBeGreaterThan(least[name]);
  });

  test.each(examples.map((example) => [pointerOf(example.path), example] as const))(
    'has at %s what its schema accepts',
    (_place, example) => {
      expect(validate(example.schemaPath, example.value)).toEqual([]);
    },
  );

  test('has an example of every request and response body', () => {
    const operations = [...listOperations(document), ...listOperations(document, 'webhooks')];
    const bodies = operations.flatMap(({ operation }) => [
      ...(operation.requestBody
        ? [[`${operation.operationId} request`, resolveRef(document, operation.requestBody)] as const]
        : []),
      ...listResponses(document, operation).map(
        ([status, response]) => [`${operation.operationId} ${status}`, response] as const,
      ),
    ]);
    const mediaTypes = bodies.flatMap(([place, { content }]) =>
      Object.values(content ?? {}).map((mediaType) => ({ place, mediaType })),
    );
    expect(mediaTypes.filter(({ mediaType }) => !hasExample(document, mediaType)).map(({ place }) => place)).toEqual(
      [],
    );
    expect(mediaTypes.length).toBeGreaterThan(operations.length);
  });
});

test('an invalid example is found anywhere in a document', () => {
  const number = { type: 'number', example: 'one' };
  const document = {
    components: { schemas: { broken: number, example: { type: 'string' }, list: { type: 'array', items: number } } },
    paths: {
      '/things': {
        get: {
          parameters: [{ name: 'q', in: 'query', schema: { type: 'number' }, examples: { some: { value: 'two' } } }],
        },
      },
    },
  };
  const wrong = findExamples(document).filter(
    ({ schemaPath, value }) => validatorOf(document)(schemaPath, value).length > 0,
  );
  expect(wrong.map(({ path }) => pointerOf(path))).toEqual([
    '#/components/schemas/broken/example',
    '#/components/schemas/list/items/example',
    '#/paths/~1things/get/parameters/0/examples/some',
  ]);
});
