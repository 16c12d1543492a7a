import { describe, expect, test } from 'vitest';
import { readSandboxKey } from './sandbox-key.ts';

const parts = `apikey_${'a'.repeat(26)}_${'b'.repeat(22)}_ccc`;
const key = `pdl_sdbx_${parts}`;
const legacy = '0123456789'.repeat(5);

describe('a key for the sandbox', () => {
  test('is taken from PADDLE_SANDBOX_API_KEY', () => {
    expect(readSandboxKey({ PADDLE_SANDBOX_API_KEY: key, PADDLE_API_KEY: key }, false)).toBe(key);
  });

  test('in the legacy format is accepted only with --allow-legacy-key', () => {
    expect(readSandboxKey({ PADDLE_SANDBOX_API_KEY: legacy }, true)).toBe(legacy);
    expect(() => readSandboxKey({ PADDLE_SANDBOX_API_KEY: legacy }, false)).toThrow('--allow-legacy-key');
  });

  test.each([
    [{}, 'Set PADDLE_SANDBOX_API_KEY'],
    [{ PADDLE_SANDBOX_API_KEY: '' }, 'Set PADDLE_SANDBOX_API_KEY'],
    [{ PADDLE_SANDBOX_API_KEY: `pdl_live_${parts}` }, 'PADDLE_SANDBOX_API_KEY is a LIVE key'],
    [{ PADDLE_SANDBOX_API_KEY: ` pdl_live_${parts}` }, 'PADDLE_SANDBOX_API_KEY is a LIVE key'],
    [{ PADDLE_SANDBOX_API_KEY: key, PADDLE_API_KEY: `pdl_live_${parts}` }, 'PADDLE_API_KEY is a LIVE key'],
    [{ PADDLE_SANDBOX_API_KEY: key, PADDLE_ENVIRONMENT: 'production' }, 'PADDLE_ENVIRONMENT is production'],
    [{ PADDLE_SANDBOX_API_KEY: 'pdl_sdbx_apikey_short' }, 'not a sandbox key'],
    [{ PADDLE_SANDBOX_API_KEY: `${key}\n` }, 'not a sandbox key'],
  ])('is refused for %j, and not part of the message', (environment, message) => {
    for (const allowLegacy of [true, false]) {
      expect(() => readSandboxKey(environment, allowLegacy)).toThrow(message);
      expect(() => readSandboxKey(environment, allowLegacy)).not.toThrow(/a{26}/);
    }
  });
});
