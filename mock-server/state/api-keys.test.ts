import { describe, expect, test } from 'vitest';
import { PaddleApiError } from '../errors/errors.ts';
import { ApiKeys, defaultApiKey, readApiKey } from './api-keys.ts';
import { openDatabase, statementsOf } from './database/database.ts';

const noBearer = 'The Authorization header must be "Bearer <API key>".';
const noKey = `This is not an API key. Use ${defaultApiKey}, or any key of that form.`;
const live = 'This is a live key. Paddock accepts only sandbox keys, so that live keys stay out of tests.';
const legacyKey = 'a1'.repeat(25);

describe('the Authorization header', () => {
  test.each([
    [`Bearer ${defaultApiKey}`, defaultApiKey],
    [`bearer   ${defaultApiKey}`, defaultApiKey],
    [`Bearer ${legacyKey}`, legacyKey],
  ])('%j shows a key', (header, key) => {
    expect(readApiKey(header)).toBe(key);
  });

  test.each([
    [undefined, 'authentication_missing', 'Send the header "Authorization: Bearer <API key>".'],
    ['', 'authentication_missing', 'Send the header "Authorization: Bearer <API key>".'],
    [defaultApiKey, 'authentication_malformed', noBearer],
    [`Basic ${defaultApiKey}`, 'authentication_malformed', noBearer],
    [`Not bearer ${defaultApiKey}`, 'authentication_malformed', noBearer],
    [`Bearer ${defaultApiKey} more`, 'authentication_malformed', noBearer],
    [`Bearer${defaultApiKey}`, 'authentication_malformed', noBearer],
    ['Bearer ', 'authentication_malformed', noBearer],
    ['Bearer undefined', 'authentication_malformed', noKey],
    [`Bearer ${defaultApiKey}0`, 'authentication_malformed', noKey],
    [`Bearer ${legacyKey}0`, 'authentication_malformed', noKey],
    [`Bearer ${defaultApiKey.replace('sdbx', 'live')}`, 'invalid_token', live],
  ])('%j is refused with %s', (header, code, hint) => {
    expect(() => readApiKey(header)).toThrow(expect.objectContaining({ code, hint, status: 403 }));
    expect(() => readApiKey(header)).toThrow(PaddleApiError);
  });
});

test.each([
  [null, null],
  [[], 1_000],
  [['customer.read'], null],
  [['customer.read', 'address.write'], 0],
])('a key that may do %j until %j is found so, and revoked by its account alone', (permissions, expiresAt) => {
  const keys = new ApiKeys(statementsOf(openDatabase()));
  keys.add(defaultApiKey, 7, { permissions, expiresAt });
  expect(keys.find(legacyKey)).toBeUndefined();
  expect([keys.revoke(defaultApiKey, 8), keys.revoke(legacyKey, 7)]).toEqual([false, false]);
  expect(keys.find(defaultApiKey)).toEqual({ account: 7, permissions, expiresAt, revoked: false });
  expect(keys.revoke(defaultApiKey, 7)).toBe(true);
  expect(keys.find(defaultApiKey)?.revoked).toBe(true);
});
