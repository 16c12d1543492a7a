import { describe, expect, test } from 'vitest';
import { redactHeader, redactText } from './redact.ts';
import { defaultApiKey } from './state/api-keys.ts';

describe('what is shown', () => {
  test.for([
    ['an API key', `key ${defaultApiKey}!`, 'PaddockSandboxDefault0'],
    [
      'a live API key',
      'pdl_live_apikey_01kpadd0ck0000000000000000_0123456789abcdefghijAB_xyz',
      '0123456789abcdefghijAB',
    ],
    ['a secret of a destination', 'pdl_ntfset_01kpadd0ck0000000000000000_abc/def+ghi=', 'abc/def'],
    ['a secret that its owner chose', '{"endpoint_secret_key":"my \\"own\\" secret"}', 'own'],
    ['a key in an answer of the control plane', '{"api_key": "anything"}', 'anything'],
    ['the token of a portal link', 'https://x/cpl_1?token=pga_eyJhbGciOi.abc-d_e', 'eyJ'],
    ['a legacy key', `Bearer ${'0a'.repeat(25)}`, '0a0a'],
  ] as const)('hides %s', ([, text, secret]) => {
    expect(redactText(text)).not.toContain(secret);
    expect(redactText(text)).toContain('****');
  });

  test('keeps all other text', () => {
    const text = '{"name":"Sam","custom_data":{"plan":"pro"},"id":"ctm_01kpadd0ck0000000000000000"}';
    expect(redactText(text)).toBe(text);
  });

  test('keeps the placeholder of a key in a hint', () => {
    const hint = 'Send the header "Authorization: Bearer <API key>".';
    expect(redactHeader('X-Paddock-Hint', hint)).toBe(hint);
  });

  test('keeps the ID of a key in its header, and nothing of one that cannot be read', () => {
    expect(redactHeader('Authorization', `Bearer ${defaultApiKey}`)).toBe(
      'Bearer pdl_sdbx_apikey_01kpadd0ck0000000000000000_****',
    );
    expect(redactHeader('authorization', 'Basic c2VjcmV0')).toBe('****');
    expect(redactHeader('Cookie', 'session=1')).toBe('****');
    expect(redactHeader('X-Paddock-Control-Token', 'token')).toBe('****');
    expect(redactHeader('accept', 'application/json')).toBe('application/json');
  });
});
