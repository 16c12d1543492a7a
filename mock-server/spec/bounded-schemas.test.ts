import { describe, expect, test } from 'vitest';
import { fieldErrorsOf } from '../errors/validation-messages.ts';
import { specOf } from './api-spec.ts';
import { profile, profileNames } from './behaviours.ts';

/** Counts reads of a list's entries or an object's fields. */
function counted<Value extends object>(value: Value): { value: Value; reads: () => number } {
  let reads = 0;
  const get = (target: Value, name: string | symbol) => {
    if (typeof name === 'string' && name !== 'length') reads += 1;
    return Reflect.get(target, name);
  };
  return { value: new Proxy(value, { get }), reads: () => reads };
}

const many = <Item>(length: number, make: (index: number) => Item) => Array.from({ length }, (_, index) => make(index));

describe.each(profileNames)('under %s', (name) => {
  const spec = specOf(profile(name));
  const problemsOf = (operationId: string, body: unknown) => {
    const operation = spec.operations.get(operationId);
    if (!operation) throw new Error(`There is no ${operationId}.`);
    return spec.checkBody(operation, body);
  };

  test.each([
    ['createBusiness', 'contacts', {}],
    ['createCustomerPortalSession', 'subscription_ids', 1],
    ['createNotificationSetting', 'subscribed_events', 1],
    ['updateNotificationSetting', 'subscribed_events', 'customer.created'],
  ] as const)('%s refuses too many %s without looking at one', (operationId, field, entry) => {
    const list = counted(many(101, () => entry));
    const errors = problemsOf(operationId, { [field]: list.value }).filter(({ instancePath }) => instancePath !== '');
    expect(fieldErrorsOf(errors)).toEqual([
      { field, message: expect.stringMatching(/^Array must have at most \d+ items$/) },
    ]);
    expect(list.reads()).toBe(0);
  });

  test('entries are compared by reading each once', () => {
    const contacts = many(100, (index) => counted({ email: `${index}@example.com` }));
    expect(problemsOf('createBusiness', { name: 'x', contacts: contacts.map(({ value }) => value) })).toEqual([]);
    const [least = 0, ...others] = contacts.map(({ reads }) => reads());
    expect(least).toBeLessThan(10);
    expect(new Set(others)).toEqual(new Set([least]));
  });

  test.each([
    [
      [
        { name: 'A', email: 'a@example.com' },
        { email: 'a@example.com', name: 'A' },
      ],
      '0,1',
    ],
    [[{ email: 'a@example.com' }, { email: 'b@example.com' }, { email: 'a@example.com' }], '0,2'],
  ])('equal entries are found: %j', (contacts, places) => {
    expect(fieldErrorsOf(problemsOf('createBusiness', { name: 'x', contacts }))).toEqual([
      { field: 'contacts', message: `array items[${places}] must be unique` },
    ]);
  });

  test.each(['toString', 'valueOf', 'constructor', '__proto__'])('an entry with a field %s is compared too', (odd) => {
    const entry = `{"${odd}":1}`;
    const body = JSON.parse(`{"subscription_ids":[${entry},${entry}]}`);
    expect(problemsOf('createCustomerPortalSession', body).map(({ keyword }) => keyword)).toContain('uniqueItems');
  });

  test('no more errors are collected than reported', () => {
    const fields = Object.fromEntries(many(1000, (index) => [`field_${index}`, 0]));
    expect(fieldErrorsOf(problemsOf('updateCustomer', fields))).toHaveLength(100);
    expect(problemsOf('updateCustomer', fields)).toHaveLength(100);
    const contacts = many(100, () => ({ email: 'a@example.com', ...fields }));
    expect(problemsOf('createBusiness', { name: 'x', contacts }).length).toBeLessThan(10_200);
  });
});

test('values of a map with too many are not validated', () => {
  const spec = specOf(profile('guide'));
  const operation = spec.operations.get('updateCustomer');
  const custom_data = Object.fromEntries(many(1000, (index) => [`field_${index}`, 0]));
  const errors = operation && spec.checkBody(operation, { custom_data });
  expect(errors && fieldErrorsOf(errors)).toEqual([
    { field: 'custom_data', message: 'Must have at most 50 properties' },
  ]);
});
