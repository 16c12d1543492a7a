import { expect, test } from 'vitest';
import { idParameters } from './id-parameters.ts';

test('each ID has a path parameter, one for pages and two filters; other schemas have none', () => {
  const parameters = idParameters({ 'discount-group-id': {}, business: {} });
  expect(parameters).toMatchObject({
    'discount-group-id': { name: 'discount_group_id', in: 'path', required: true },
    'after-discount-group': { name: 'after', in: 'query' },
    'ids-discount-group': { name: 'id', description: 'Only these discount groups.' },
    'of-discount-group': { name: 'discount_group_id', schema: { type: 'array' } },
  });
  expect(Object.keys(parameters)).toHaveLength(4);
});
