import { expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { upstreamProxies } from './upstream-proxy.ts';

test('each protocol has its proxy, in lower case first, and the one for all where it has none', () => {
  expect(upstreamProxies({})).toEqual({ http: undefined, https: undefined });
  const environment = { HTTPS_PROXY: 'http://upper:1', https_proxy: 'http://lower:1', ALL_PROXY: 'socks5://all:1' };
  expect(upstreamProxies(environment)).toEqual({ http: 'socks5://all:1', https: 'http://lower:1' });
});

test('a proxy without a protocol speaks http', () => {
  expect(upstreamProxies({ HTTP_PROXY: 'proxy.example:3128' }).http).toBe('http://proxy.example:3128');
});

test('what is no proxy is refused without repeating it, since it may hold a password', () => {
  const read = () => upstreamProxies({ HTTPS_PROXY: 'gopher://user:secret@proxy' });
  expect(read).toThrow(UsageError);
  expect(read).toThrow(/^Could not go through the proxy of HTTPS_PROXY: (?!.*secret)/);
});
