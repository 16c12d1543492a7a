import { describe, expect, test } from 'vitest';
import { buildAddress } from '#fixtures/index.ts';
import { profile } from '../../spec/behaviours.ts';
import { update } from './transitions.ts';

const moment = { now: '2026-07-01T12:00:00Z', behaviours: profile('official') };
const overrides = { country_code: 'US', postal_code: null } as const;
const without = { ...buildAddress({ seed: 1 }), ...overrides, status: 'active' as const };

describe('an address without the postal code that its country needs', () => {
  test('can be changed in other fields, as one from before the code was needed', () => {
    expect(update(without, { city: 'Boston' }, moment).puts[0].entity).toMatchObject({
      city: 'Boston',
      postal_code: null,
    });
  });

  test.each([{ country_code: 'US' as const }, { postal_code: null }])('cannot be changed to %j', (input) => {
    expect(() => update(without, input, moment)).toThrow('Request does not pass validation.');
  });

  test('can be moved to a country that needs none', () => {
    expect(update(without, { country_code: 'IE' }, moment).puts[0].entity).toMatchObject({ country_code: 'IE' });
  });
});
