import { gzipSync } from 'node:zlib';
import { headMakers, line, type Maker } from './broken-heads.ts';
import type { Dice } from './dice.ts';
import { type RawRequest, rawBytesOf } from './raw-request.ts';

/** Draws a request of a hostile tester: broken HTTP, odd targets, bodies that contradict their headers. */
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

/** Makes a request with a body, independent of its headers. */
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

/** Makes a request with arbitrary bytes as its JSON body. */
function json(about: string, target: string, key: string, body: string | Buffer, ...headers: string[]): RawRequest {
  return posted(
    about,
    target,
    key,
    ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`, ...headers],
    body,
  );
}

const makers: readonly Maker[] = [
  ...headMakers,
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
