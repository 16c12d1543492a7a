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
  expect(() => readSpec(document)).toThrow('The generated document is broken. Run `npm run generate`.');
});
