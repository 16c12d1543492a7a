import { expect, test } from 'vitest';
import { taxModeFor } from './tax-mode.ts';

const us = { country_code: 'US' };
const gb = { country_code: 'GB' };

test.each([
  ['external', 'inclusive', gb, 'exclusive'],
  ['internal', 'exclusive', us, 'inclusive'],
  ['account_setting', 'exclusive', gb, 'exclusive'],
  ['account_setting', 'inclusive', us, 'inclusive'],
  ['account_setting', 'inclusive', undefined, 'inclusive'],
  ['account_setting', 'location', gb, 'inclusive'],
  ['account_setting', 'location', us, 'exclusive'],
  ['account_setting', 'location', { country_code: 'CA' }, 'exclusive'],
  ['account_setting', 'location', undefined, 'exclusive'],
  ['location', 'exclusive', gb, 'inclusive'],
  ['location', 'inclusive', us, 'exclusive'],
] as const)(
  'a price with %s, in an account with %s, is for a customer in %j %s of tax',
  (price, account, place, mode) => {
    expect(taxModeFor(price, account, place)).toBe(mode);
  },
);
