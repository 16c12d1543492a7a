import { describe, expect, test } from 'vitest';
import { isObject, type Json, type JsonObject } from './json.ts';
import { listOperations, listResponses } from './operations.ts';
import { readDocument } from './read.ts';
import { nodeAt, resolveRef } from './refs.ts';

const operationIds = (document: JsonObject) => listOperations(document).map(({ operation }) => operation.operationId);

describe.each(['guide', 'official'] as const)('the %s document', (name) => {
  const document = readDocument(name);
  const operations = listOperations(document);

  test('has operations whose IDs are unique and in camel case, webhooks included', () => {
    const ids = [...operations, ...listOperations(document, 'webhooks')].map(({ operation }) => operation.operationId);
    expect(ids.length).toBeGreaterThan(25);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+([A-Z][a-z]+)*$/);
  });

  describe.each(operations.map((entry) => [String(entry.operation.operationId), entry] as const))(
    '%s',
    (_id, { path, operation, parameters }) => {
      const responses = listResponses(document, operation);
      const errors = responses.filter(([status]) => /^[45]/.test(status));

      test('has a summary, a description, a tag of the document, and a permission', () => {
        const tags = nodeAt(document, ['tags']);
        expect(operation.summary).toMatch(/^[A-Z].*[^.]$/);
        expect(operation.description).toMatch(/^[A-Z].*\.\s*$/s);
        expect(operation.tags).toEqual([expect.any(String)]);
        expect(tags).toContainEqual(expect.objectContaining({ name: nodeAt(operation, ['tags', '0']) }));
        const permission = operation['x-permission'];
        if (permission === null)
          expect(operation.operationId).toMatch(
            /^(listEventTypes|listSimulationTypes|getIpAddresses|getApiRoot|listCountries|listCurrencies|createApiKeyRotation|getApiKeyRotation|listApiKeyRotations)$/,
          );
        else expect(permission).toMatch(/^[a-z_]+\.(read|write)$/);
      });

      test('needs the permission to write if it writes', () => {
        const { operationId } = operation;
        // @evidence official: reading the transaction makes it.
        const writes =
          /^(getSubscriptionUpdatePaymentMethodTransaction$|create|update|delete|generate|archive|cancel|pause|resume|activate|revise|replay|verify)/.test(
            String(operationId),
          );
        // @evidence official: a key needs no permission to rotate itself.
        if (operationId === 'createApiKeyRotation') return;
        if (writes) expect(operation['x-permission']).toMatch(/\.write$/);
        else expect(operation['x-permission'] ?? '.read').toMatch(/\.read$/);
      });

      test('has one success and the error responses that every operation has, with their codes', () => {
        const statuses = responses.map(([status]) => status);
        expect(statuses.filter((status) => status.startsWith('2'))).toHaveLength(1);
        const needsKey = !Array.isArray(operation.security) || operation.security.length > 0;
        expect(statuses).toEqual(expect.arrayContaining(['400', '429', '5XX']));
        for (const status of ['401', '403']) expect(statuses.includes(status)).toBe(needsKey);
        for (const [, response] of errors) {
          const codes = response['x-error-codes'];
          expect(codes).toEqual(expect.arrayContaining([expect.stringMatching(/^[a-z_]+$/)]));
          expect(new Set(Array.isArray(codes) ? codes : []).size).toBe(Array.isArray(codes) ? codes.length : 0);
        }
      });

      test('has the request ID in every response', () => {
        for (const [, { headers }] of responses) expect(headers).toHaveProperty('Request-Id');
      });

      test('declares the parameters that are in its path, and no others', () => {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const declared = parameters.filter((parameter) => parameter.in === 'path');
        expect(declared.map((parameter) => parameter.name)).toEqual(inPath);
        for (const parameter of declared) expect(parameter.required).toBe(true);
      });

      test('takes no undescribed fields in a body, except in custom data and payloads, for destinations and for simulations', () => {
        const open = operation.requestBody
          ? openObjects(document, operation.requestBody, String(operation.operationId))
          : [];
        expect(
          open.filter(
            (place) =>
              !/(custom_data|NotificationSetting|Simulation(\.payload)?|CheckoutPaymentMethodSettings\.payment_methods)$/.test(
                place,
              ),
          ),
        ).toEqual([]);
      });
    },
  );

  test('has a webhook for each event type', () => {
    expect(Object.keys(document.webhooks ?? {}).sort()).toEqual(named(name));
    for (const { path, operation } of listOperations(document, 'webhooks')) {
      const body = resolveRef(document, operation.requestBody);
      expect(nodeAt(body, ['content', 'application/json', 'schema', 'properties', 'event_type', 'const'])).toBe(path);
    }
  });
});

/** The event types of a document, sorted. */
function named(name: 'guide' | 'official'): string[] {
  const names = nodeAt(readDocument(name), ['components', 'schemas', 'event-type-name', 'enum']);
  return Array.isArray(names) ? names.map(String).sort() : [];
}

test('only the guide has an operation that archives a customer', () => {
  const [guide, official] = [operationIds(readDocument('guide')), operationIds(readDocument('official'))];
  expect(guide.filter((id) => !official.includes(id))).toEqual(['archiveCustomer']);
  expect(official.filter((id) => !guide.includes(id))).toEqual([]);
});

/** Finds the objects below a node, through references, that accept any field. */
function openObjects(document: JsonObject, node: Json | undefined, place: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((child) => openObjects(document, child, place));
  if (typeof node.$ref === 'string') return openObjects(document, resolveRef(document, node), place);
  const isOpen = [node.type].flat().includes('object') && node.additionalProperties !== false;
  const fields = isObject(node.properties) ? Object.entries(node.properties) : [];
  return [
    ...(isOpen ? [place] : []),
    ...fields.flatMap(([name, field]) => openObjects(document, field, `${place}.${name}`)),
    ...['items', 'anyOf', 'oneOf', 'allOf', 'schema'].flatMap((key) => openObjects(document, node[key], place)),
    ...Object.values(node.content ?? {}).flatMap((mediaType) => openObjects(document, mediaType, place)),
  ];
}
