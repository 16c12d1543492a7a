import { expect, test } from 'vitest';
import { isReverseCharged } from './tax-identifier.ts';

test.each([
  ['DE', 'DE123456789', true],
  ['DE', 'de 123-456.789', true],
  ['DE', 'FR12345678901', false],
  ['GR', 'EL123456789', true],
  ['GR', 'GR123456789', false],
  ['GB', 'GB123456789', true],
  ['GB', '123456789', true],
  ['GB', 'GB12345', false],
  ['US', '12-3456789', false],
  ['DE', '', false],
  ['DE', null, false],
  ['DE', undefined, false],
])('a business in %s with the tax identifier %j pays its tax itself: %j', (country, identifier, expected) => {
  expect(isReverseCharged(country, identifier)).toBe(expected);
});
