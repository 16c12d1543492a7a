import type { Dice } from './dice.ts';
import { encoded } from './draft.ts';
import { oddTexts } from './odd-values.ts';
import { type RawRequest, rawBytesOf } from './raw-request.ts';

/** Makes a hostile request with a key; `post` is a path that takes a body, or a nonexistent one. */
export type Maker = (given: { key: string; dice: Dice; post: string }) => RawRequest;

export const line = '\r\n';

function got(
  about: string,
  target: string,
  key: string,
  host = 'Host: localhost',
  method = 'GET',
  version = 'HTTP/1.1',
): RawRequest {
  const hosts = host === '' ? [] : [host];
  const head = [`${method} ${target} ${version}`, ...hosts, `Authorization: Bearer ${key}`].join(line);
  return rawBytesOf(about, target, `${head}${line}${line}`);
}

const oddTargets = [
  '//[',
  '//a:99999/',
  '//#@"',
  '//customers',
  '/customers/',
  '/customers//',
  '/./customers',
  '/customers/..',
  '/%',
  '/%00',
  '/%ff',
  '/customers%2f',
  '/customers?%',
  '/customers?per_page=%ff',
  '/customers?[',
  '/customers?a[b[c]=1',
  '/customers?__proto__[x]=1',
  '*',
  'customers',
  '?',
  '/?',
  '/#',
  'http://a:99999/customers',
  'http://[/customers',
  'http://evil.example/customers',
  'https://sandbox-api.paddle.com/customers',
  'ftp://a/b',
  '/_paddock',
  '/_paddock/',
  '/_paddock//health',
  '/_paddock/health/',
  '/_paddock/openapi/..%2f..%2fpackage.json',
  '/_paddock/snapshots/%2e%2e',
  '/_paddock/requests?format=har',
  '/_paddock/requests?format=curl',
  '/_paddock/requests?status=6XX',
  '/_PADDOCK/health',
  '/portal',
  '/portal/x',
  '/customer-portal/cpl_1?token=x',
  '/',
  '/favicon.ico',
  `/${'a'.repeat(15_000)}`,
  `/${'a'.repeat(20_000)}`,
  `/customers?search=${'%41'.repeat(4_000)}`,
];

/** Requests without a body whose heads are odd or broken. */
export const headMakers: readonly Maker[] = [
  ({ key, dice }) => got('odd target', dice.pick(oddTargets), key),
  ({ key, dice }) => got('odd target', dice.pick(oddTargets), key, '', 'GET', 'HTTP/1.0'),
  ({ key, dice }) =>
    got('odd query', `/customers?${encoded(dice.pick(oddTexts))}=${encoded(dice.pick(oddTexts))}`, key),
  ({ key, dice }) =>
    got(
      'odd Host',
      '/customers',
      key,
      dice.pick([
        '',
        'Host:',
        'Host: [',
        'Host: evil.example',
        'Host: a b',
        'Host: localhost:99999',
        'Host: a\r\nHost: b',
      ]),
    ),
  ({ key, dice }) =>
    got(
      'odd method',
      dice.pick(['/customers', '/_paddock/health', '*', 'a:443', '/']),
      key,
      'Host: localhost',
      dice.pick(['CONNECT', 'OPTIONS', 'TRACE', 'HEAD', 'get', 'FOO', 'PRI', 'M-SEARCH', 'QUERY', '']),
    ),
  ({ key, dice }) =>
    got(
      'odd version',
      '/customers',
      key,
      'Host: localhost',
      'GET',
      dice.pick(['HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/9', 'http/1.1', '']),
    ),
  ({ dice }) =>
    rawBytesOf(
      'no HTTP',
      '',
      dice.pick([
        '\r\n\r\n',
        '\0'.repeat(50),
        '\x16\x03\x01\x02\x00\x01\x00',
        'GET\r\n\r\n',
        'GET /\r\n\r\n',
        'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
        '{"a":1}\r\n\r\n',
        'GET / HTTP/1.1\n\n',
      ]),
      true,
    ),
  ({ dice }) =>
    rawBytesOf(
      'broken header',
      '/customers',
      `GET /customers HTTP/1.1\r\nHost: localhost\r\n${dice.pick(['A\0: b', ' folded: x', 'A : b', ': b', 'A', `A: ${'x'.repeat(20_000)}`, 'Content-Length: -1', 'Content-Length: 1\r\nContent-Length: 2', 'Content-Length: 0x1', 'Transfer-Encoding: odd', 'Transfer-Encoding: identity', 'A: \x01'])}\r\n\r\n`,
    ),
];
