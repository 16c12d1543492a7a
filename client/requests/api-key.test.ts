import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { legacyKey, liveKey, sandboxKey } from '../testing/scripted-fetch.ts';
import { kindOfKey } from './api-key.ts';

describe('kindOfKey', () => {
  test('tells sandbox, live and legacy keys by their shape', () => {
    expect(kindOfKey(sandboxKey)).toBe('sandbox');
    expect(kindOfKey(liveKey)).toBe('live');
    expect(kindOfKey(legacyKey)).toBe('legacy');
  });

  test.for([
    ['a client-side token', 'test_7d279f61a3499fed520f7cd8c08', 'client-side token'],
    ['a live client-side token', 'live_7d279f61a3499fed520f7cd8c08', 'client-side token'],
    [
      'a webhook secret',
      'pdl_ntfset_01gkpjp8bkm3tm53kdgkx6sms7_6h3qd3uFSi9YCD3OLYAShQI90XTI5vEI',
      'verifying webhooks',
    ],
    ['the ID of a key', 'apikey_01kpadd0ck0000000000000000', 'not the key itself'],
    ['a key with the scheme', `Bearer ${sandboxKey}`, 'adds itself'],
    ['a key with a line end', `${sandboxKey}\n`, 'white space'],
    ['a key cut short', sandboxKey.slice(0, -1), 'incomplete'],
    ['nothing', '', 'empty'],
    ['anything else', 'YOUR_API_KEY', 'look like an API key'],
  ] as const)('refuses %s and says what it is, without repeating it', ([, key, hint]) => {
    const error = thrownBy(() => kindOfKey(key));
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toContain(hint);
    expect(String(error)).toMatch(/Could not .+: .+\. Create .+\./);
    if (key) expect(String(error)).not.toContain(key.trim());
  });

  property.prop([fc.string(), fc.constantFrom(sandboxKey, liveKey, legacyKey)])(
    'a key with anything added to it is no key of the same kind by accident',
    (extra, key) => {
      fc.pre(extra !== '');
      expect(() => kindOfKey(key + extra)).toThrow(UsageError);
    },
  );
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}
