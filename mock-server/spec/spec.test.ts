import { expect, test } from 'vitest';
import { readSpec } from './spec.ts';

const schemas = { 'event-type-name': { enum: ['customer.created', 'customer.updated'] } };

test('a document without operations has its event types, if it has any', () => {
  expect(readSpec({ components: { schemas }, paths: {} })).toMatchObject({
    operations: new Map(),
    eventTypes: new Set(['customer.created', 'customer.updated']),
  });
  expect(readSpec({ components: { schemas: {} }, paths: {} }).eventTypes.size).toBe(0);
});

test.each([
  {},
  { components: { schemas } },
  { components: { schemas }, paths: [] },
  { components: { schemas }, paths: { '/customers': null } },
  { components: { schemas }, paths: { '/customers': { get: 'listCustomers' } } },
])('the document %j is refused, with what helps', (document) => {
  expect(() => readSpec(document)).toThrow(/Run `npm run generate`\.$/);
});

test('an operation is read with its parameters, its permission, its limit and its body', () => {
  const { operations } = readSpec({
    components: {
      schemas: { ...schemas, 'none/of~these': { type: 'string', default: null } },
      parameters: { id: { name: 'id', in: 'path', schema: { $ref: '#/components/schemas/none~1of~0these' } } },
    },
    paths: {
      '/~cats/{id}': {
        parameters: [{ $ref: '#/components/parameters/id' }],
        get: {
          operationId: 'getCat',
          summary: 'Get a cat',
          'x-permission': 'cat.read',
          responses: { 101: {}, 200: {} },
          security: [{ key: [] }],
        },
      },
      '/~cats': {
        post: {
          operationId: 'createCat',
          summary: 'Create a cat',
          requestBody: {},
          responses: { 201: {} },
          security: [],
          'x-own-key': true,
          'x-requests-per-minute': 10,
        },
      },
    },
  });
  expect([...operations.values()]).toEqual([
    {
      operationId: 'getCat',
      summary: 'Get a cat',
      method: 'get',
      path: '/~cats/{id}',
      permission: 'cat.read',
      isOpenToOwnKey: false,
      key: 'required',
      successStatus: 200,
      requestsPerMinute: undefined,
      parameters: [{ name: 'id', in: 'path', schema: { type: 'string', default: null } }],
      bodySchema: undefined,
      isBodyRequired: false,
      isEmptyBodyTaken: false,
      responses: new Map([
        ['101', '#/paths/~1~0cats~1{id}/get/responses/101'],
        ['200', '#/paths/~1~0cats~1{id}/get/responses/200'],
      ]),
    },
    {
      operationId: 'createCat',
      summary: 'Create a cat',
      method: 'post',
      path: '/~cats',
      permission: null,
      isOpenToOwnKey: true,
      key: 'none',
      successStatus: 201,
      requestsPerMinute: 10,
      parameters: [],
      bodySchema: '#/paths/~1~0cats/post/requestBody/content/application~1json/schema',
      isBodyRequired: false,
      isEmptyBodyTaken: true,
      responses: new Map([['201', '#/paths/~1~0cats/post/responses/201']]),
    },
  ]);
});

test('a time, a link, a UUID and an email address have to look like one', () => {
  const properties = Object.fromEntries(['date-time', 'uri', 'uuid', 'email'].map((format) => [format, { format }]));
  const { checkEntity } = readSpec({ components: { schemas: { cat: { properties } } }, paths: {} });
  const cat = {
    'date-time': '2027-03-31T12:00:00Z',
    uri: 'https://example.com/',
    uuid: '6f1e2a60-6d6c-4f1c-9a57-0b8f2b1f4f6e',
    email: 'sam@example.com',
  };
  expect(checkEntity('cat', cat)).toEqual([]);
  for (const email of ['sam', '@example.com', 'sam@', 'sam@example@com']) {
    for (const [field, value] of Object.entries({ 'date-time': 'today', uri: 'here', uuid: '7', email })) {
      const wrong = checkEntity('cat', { ...cat, [field]: value });
      expect(wrong.map(({ instancePath }) => instancePath)).toEqual([`/${field}`]);
    }
  }
});
