import { expect, test } from 'vitest';
import { isOwnHost } from './hosts.ts';

test.each([
  '127.0.0.1:4010',
  '192.168.1.7',
  '[::1]:4010',
  '[2001:db8::1]',
  'localhost',
  'LOCALHOST:1',
  'mock.localhost',
  'paddock:4010',
  'my_service-1:80',
  'host.docker.internal:4010',
  'paddle.test',
  'sandbox-api.paddle.com',
  'API.paddle.com.',
  'mock.example.com',
  'Mock.Example.com:8443',
])('the host %s may be the mock', (host) => {
  expect(isOwnHost(host, 'https://mock.example.com/base')).toBe(true);
});

test.each([
  '',
  '[',
  'a:99999999',
  'a:b',
  'evil.example',
  'evil.example:4010',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  'internal.evil.example',
  'sandbox-api.paddle.com.evil.example',
  'evil.example#.localhost',
  'mock.example.com.evil.example',
  'not-mock.example.com',
])('the host %j may be a web page that resolves itself to this machine', (host) => {
  expect(isOwnHost(host, 'https://mock.example.com/base')).toBe(false);
});

test('without a base URL there is no further host', () => {
  expect(isOwnHost('mock.example.com', undefined)).toBe(false);
});
