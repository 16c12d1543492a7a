import { expect, test } from 'vitest';
import { environmentFor, trustVariables } from './environment.ts';

const surroundings = {
  proxy: 'http://127.0.0.1:1',
  trust: { authority: '/t/authority.pem', bundle: '/t/bundle.pem', phpSettings: '/t' },
  mock: { url: 'http://127.0.0.1:2', apiKey: 'key of the mock' },
  offline: false,
};

test('the proxy replaces inherited ones, in upper and lower case', () => {
  const environment = environmentFor({ https_proxy: 'http://before' }, surroundings);
  for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy']) {
    expect(environment[name]).toBe(surroundings.proxy);
  }
});

test('each certificate variable names the bundle', () => {
  const environment = environmentFor({ SSL_CERT_FILE: '/before.pem' }, surroundings);
  expect(trustVariables.map((name) => environment[name])).toEqual(trustVariables.map(() => '/t/bundle.pem'));
});

test("a program without a key gets the mock's, and one with a key keeps it", () => {
  expect(environmentFor({}, surroundings)).toMatchObject({
    PADDLE_API_KEY: 'key of the mock',
    PADDLE_ENVIRONMENT: 'sandbox',
  });
  const own = { PADDLE_API_KEY: 'own', PADDLE_ENVIRONMENT: 'production', PATH: '/bin' };
  expect(environmentFor(own, surroundings)).toMatchObject({ ...own, PADDOCK_API_KEY: 'key of the mock' });
});

test('inherited exemptions stay, except with --offline', () => {
  const before = { no_proxy: 'lower.example', NO_PROXY: 'upper.example' };
  expect(environmentFor(before, surroundings)['NO_PROXY']).toBe('localhost,127.0.0.1,::1,lower.example');
  expect(environmentFor(before, { ...surroundings, offline: true })['no_proxy']).toBe('localhost,127.0.0.1,::1');
});

test('PHP reads its usual settings first', () => {
  expect(environmentFor({}, surroundings)['PHP_INI_SCAN_DIR']).toBe(':/t');
  expect(environmentFor({ PHP_INI_SCAN_DIR: '/own' }, surroundings)['PHP_INI_SCAN_DIR']).toBe('/own:/t');
});
