import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { fillPath } from './fill-path.ts';

describe('fillPath', () => {
  test('puts every value in its place', () => {
    const path = '/customers/{customer_id}/addresses/{address_id}';
    expect(fillPath(path, { customer_id: 'ctm_1', address_id: 'add_2' })).toBe('/customers/ctm_1/addresses/add_2');
  });

  test.for([undefined, '', '.', '..', null, 7])('refuses %j, which would lead to another path', (customer_id) => {
    expect(() => fillPath('/customers/{customer_id}', { customer_id })).toThrow(UsageError);
  });

  property.prop([fc.string({ minLength: 1 }).filter((text) => !/^\.{1,2}$/.test(text) && text.isWellFormed())])(
    'a value is one segment of the path and reads back as it was',
    (value) => {
      const { pathname } = new URL(fillPath('/customers/{customer_id}', { customer_id: value }), 'http://localhost');
      const [, , segment = '', ...rest] = pathname.split('/');
      expect(rest).toEqual([]);
      expect(decodeURIComponent(segment)).toBe(value);
    },
  );
});
