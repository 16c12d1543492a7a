import { expect, test } from 'vitest';
import { apiConventions } from './api-conventions.ts';
import { componentRef } from './component-refs.ts';
import { controlConventions } from './control-conventions.ts';
import { expandPath } from './operations.ts';

const parameters = { from: { schema: { $ref: '../schemas/values/time-filter.yaml#/time' } }, search: {} };
const badRequest = { status: 400, type: 'request_error', group: 'shared', detail: 'Invalid request.' } as const;
const conventions = apiConventions(componentRef, parameters, new Map([['bad_request', badRequest]]));
const things = (operation: object, path = '/things') =>
  expandPath(path, { get: { ...operation } }, 'things', conventions);
const response = (name: string) => ({ $ref: `#/components/responses/${name}` });

test('an operation gets its tag and the shared responses', () => {
  expect(things({})).toMatchObject({
    get: { tags: ['things'], responses: { 403: response('forbidden'), '5XX': response('server-error') } },
  });
});

test.each([
  ['no input', {}, '/things', 'unexpected-body'],
  ['an ID', {}, '/things/{id}', 'bad-path'],
  ['a query', { parameters: ['search'] }, '/things', 'bad-query'],
  ['a time', { parameters: ['search', 'from'] }, '/things', 'bad-time-query'],
  ['a body', { requestBody: 'thing' }, '/things', 'bad-request'],
  ['a body, with an answer of its own', { requestBody: 'thing', responses: { 400: 'own' } }, '/things', 'own'],
])('bad input to an operation that takes %s is refused accordingly', (_input, operation, path, name) => {
  expect(things(operation, path)).toHaveProperty('get.responses.400', response(name));
});

test('only an operation with a URL parameter has 404, only one with a body 413, only one with a key 403', () => {
  expect(things({}, '/things/{id}')).toHaveProperty('get.responses.404');
  expect(things({ requestBody: 'thing' })).toHaveProperty('get.responses.413');
  for (const status of ['404', '413', '415']) expect(things({})).not.toHaveProperty(`get.responses.${status}`);
  expect(things({ security: [] })).not.toHaveProperty('get.responses.403');
});

test('a page is an array with pagination, in a response with the request ID', () => {
  expect(things({ responses: { 200: { description: 'A page.', page: 'thing' } } })).toMatchObject({
    get: {
      responses: {
        200: {
          headers: { 'Request-Id': { $ref: '#/components/headers/request-id' } },
          content: {
            'application/json': {
              schema: {
                properties: {
                  data: { type: 'array', items: { $ref: '#/components/schemas/thing' } },
                  meta: { $ref: '#/components/schemas/paginated-meta' },
                },
              },
            },
          },
        },
      },
    },
  });
});

test('a refusal that is written in full has its codes, and the first as an example', () => {
  const refused = { description: 'No.', codes: ['bad_request'] };
  expect(things({ responses: { 400: refused } })).toMatchObject({
    get: {
      responses: {
        400: {
          'x-error-codes': ['bad_request'],
          content: { 'application/json': { example: { error: { code: 'bad_request', detail: 'Invalid request.' } } } },
        },
      },
    },
  });
});

test('an operation of the control plane has one component for errors, and its JSON needs no media type', () => {
  const schema = { type: 'object' };
  const post = { requestBody: { required: false, schema }, responses: { 200: 'clock' } };
  expect(expandPath('/_paddock/clock', { post }, 'control', controlConventions)).toEqual({
    post: {
      tags: ['control'],
      requestBody: { required: false, content: { 'application/json': { schema } } },
      responses: { 200: response('clock'), '4XX': response('refused') },
    },
  });
});
