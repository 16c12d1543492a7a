import { gzipSync } from 'node:zlib';
import type { Dice } from './dice.ts';
import { encoded } from './draft.ts';
import { type RawRequest, rawBytesOf } from './raw-request.ts';
import { oddTexts } from './spoil.ts';

/** Draws bytes that a hostile tester would send: broken HTTP, odd targets, bodies that lie about themselves. */
export function drawHostile(key: string, dice: Dice, mayBeReset: boolean): RawRequest {
  const post = dice.pick([
    '/customers',
    '/notification-settings',
    '/_paddock/seed',
    '/_paddock/import',
    '/_paddock/faults',
    '/nowhere',
  ]);
  return { ...dice.pick(makers)({ key, dice, post }), mayBeReset };
}

const bomb = gzipSync(Buffer.alloc(3_000_000));

type Maker = (given: { key: string; dice: Dice; post: string }) => RawRequest;

const line = '\r\n';

/** A request with a body, whatever its headers say of it. */
function posted(
  about: string,
  target: string,
  key: string,
  headers: readonly string[],
  body: string | Buffer,
  isCutOff = false,
) {
  const head = [`POST ${target} HTTP/1.1`, 'Host: localhost', `Authorization: Bearer ${key}`, ...headers].join(line);
  return rawBytesOf(about, target, Buffer.concat([Buffer.from(`${head}${line}${line}`), Buffer.from(body)]), isCutOff);
}

/** A request with a JSON body of any bytes. */
function json(about: string, target: string, key: string, body: string | Buffer, ...headers: string[]): RawRequest {
  return posted(
    about,
    target,
    key,
    ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`, ...headers],
    body,
  );
}

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

const makers: readonly Maker[] = [
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
  ({ key, post }) =>
    posted(
      'length and chunks',
      post,
      key,
      ['Content-Length: 4', 'Transfer-Encoding: chunked'],
      `0${line}${line}GET /_paddock/health HTTP/1.1${line}${line}`,
    ),
  ({ key, dice, post }) =>
    posted(
      'odd chunks',
      post,
      key,
      ['Content-Type: application/json', 'Transfer-Encoding: chunked'],
      dice.pick([
        `2${line}{}${line}0${line}${line}`,
        `zz${line}{}`,
        `-1${line}{}`,
        `2;a=b${line}{}${line}0${line}X: y${line}${line}`,
      ]),
    ),
  ({ key, post }) => posted('cut chunk', post, key, ['Transfer-Encoding: chunked'], `ffffffffffffffff${line}{`, true),
  ({ key, post }) =>
    posted('cut body', post, key, ['Content-Type: application/json', 'Content-Length: 500'], '{"email":"sam', true),
  ({ key, post }) => json('pipelined', post, key, `{}GET /customers HTTP/1.1${line}Host: localhost${line}${line}`),
  ({ key, dice, post }) =>
    json(
      'broken JSON',
      post,
      key,
      dice.pick([
        '',
        '{',
        '{"a":}',
        '{"a":1,}',
        "{'a':1}",
        '\ufeff{}',
        'NaN',
        '01',
        '"\\ud800"',
        '{"a":1}{"b":2}',
        '{"a":1,"a":2}',
        '[]',
        'null',
        '1',
        'true',
        '"x"',
        '{"email":1e400}',
        '{"a":9007199254740993}',
        '\u0000',
      ]),
    ),
  ({ key, dice, post }) =>
    json(
      'odd bytes',
      post,
      key,
      dice.pick([
        Buffer.from([0xff, 0xfe, 0x7b, 0, 0x7d, 0]),
        Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
        Buffer.from('{"email":"\xed\xa0\x80"}', 'latin1'),
      ]),
    ),
  ({ key, dice, post }) => {
    const depth = dice.pick([199, 200, 201, 2_000, 20_000]);
    return json(
      'deep',
      post,
      key,
      `${dice.pick(['{"custom_data":', '{"recorded":', '{"customers":'])}${'['.repeat(depth)}${']'.repeat(depth)}}`,
    );
  },
  ({ key, dice, post }) =>
    json(
      'compressed',
      post,
      key,
      dice.pick([gzipSync('{}'), bomb, Buffer.from('no gzip'), gzipSync('{"a":1}').subarray(0, 12)]),
      `Content-Encoding: ${dice.pick(['gzip', 'deflate', 'br', 'gzip, gzip', 'zstd'])}`,
    ),
  ({ key, dice, post }) =>
    json(
      'long list',
      post,
      key,
      `{"${dice.pick(['contacts', 'subscribed_events', 'subscription_ids', 'customers', 'faults', 'recorded'])}":[${Array(
        dice.pick([500, 5_000, 20_000]),
      )
        .fill(dice.pick(['{}', '1', '"a"', 'null', '{"toString":1}']))
        .join()}]}`,
    ),
  ({ key, post }) =>
    json('long text', post, key, `{"email":"${'a'.repeat(300_000)}@example.com","name":"${'%'.repeat(300_000)}"}`),
  ({ key, dice, post }) =>
    json(
      'many fields',
      post,
      key,
      `{${Array.from({ length: dice.pick([1_000, 20_000]) }, (_, index) => `"f${index}":1`).join()}}`,
    ),
  ({ key, post }) =>
    posted('too long', post, key, ['Content-Type: application/json', 'Content-Length: 99999999999'], '{', false),
  ({ key, dice }) => {
    const body = dice.pick([
      'email\n',
      `email,name\n${'sam@example.com,x\n'.repeat(300)}`,
      '"',
      '\0\n',
      `${'a,'.repeat(2_000)}\n`,
      'id,email\nctm_1,=cmd|x\n',
    ]);
    return posted(
      'CSV',
      '/_paddock/import',
      key,
      ['Content-Type: text/csv', `Content-Length: ${Buffer.byteLength(body)}`],
      body,
    );
  },
];
