import { expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { upstreamProxies } from './upstream-proxy.ts';

test('each protocol uses its own proxy, lower case first, else the general one', () => {
  expect(upstreamProxies({})).toEqual({ http: undefined, https: undefined });
  const environment = { HTTPS_PROXY: 'http://upper:1', https_proxy: 'http://lower:1', ALL_PROXY: 'socks5://all:1' };
  expect(upstreamProxies(environment)).toEqual({ http: 'socks5://all:1', https: 'http://lower:1' });
});

test('a proxy without a protocol uses http', () => {
  expect(upstreamProxies({ HTTP_PROXY: 'proxy.example:3128' }).http).toBe('http://proxy.example:3128');
});

test('an invalid proxy is refused without repeating it, since it may contain a password', () => {
  const read = () => upstreamProxies({ HTTPS_PROXY: 'gopher://user:secret@proxy' });
  expect(read).toThrow(UsageError);
  expect(read).toThrow(/^Could not go through the proxy of HTTPS_PROXY: (?!.*secret)/);
});
