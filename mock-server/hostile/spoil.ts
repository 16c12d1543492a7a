import type { Json, JsonObject } from '#openapi/document-changes.ts';
import { controlRoot } from '../control/root.ts';
import type { Dice } from './dice.ts';
import { type Draft, hugeNumber } from './draft.ts';

/** Spoils one part of a request that was right, so that it comes further than nonsense would. */
export function spoil(draft: Draft, dice: Dice): void {
  const spoilers = draft.body === undefined ? otherSpoilers : [spoilBody, spoilBody, spoilBody, ...otherSpoilers];
  dice.pick(spoilers)(draft, dice);
}

type Spoiler = (draft: Draft, dice: Dice) => void;

/** Fields that hold an answer back for as long as they say. */
const waits = new Set(['timeout_ms', 'delay_ms', 'jitter_ms', 'delay_ms_per_byte']);

function spoilBody(draft: Draft, dice: Dice): void {
  if (dice.chance(0.05)) draft.body = dice.pick(oddValues)();
  else draft.body = spoilValue(draft.body ?? null, dice);
}

function spoilValue(value: Json, dice: Dice): Json {
  if (Array.isArray(value)) {
    if (value.length === 0 || dice.chance(0.3))
      return dice.chance(0.5) ? [...value, ...value, dice.pick(oddValues)()] : repeated(value, dice);
    const at = dice.below(value.length);
    return value.map((item, index) => (index === at ? spoilValue(item, dice) : item));
  }
  if (typeof value !== 'object' || value === null) return dice.pick(oddValues)();
  return spoilObject(value, dice);
}

function spoilObject(object: JsonObject, dice: Dice): Json {
  const names = Object.keys(object).filter((name) => !waits.has(name));
  const name = names.length > 0 ? dice.pick(names) : '';
  const { [name]: field, ...others } = object;
  switch (dice.below(6)) {
    case 0:
      return others;
    case 1:
      return { ...object, [dice.pick(oddNames)]: dice.pick(oddValues)() };
    case 2:
      return { ...object, [name]: dice.pick(oddValues)() };
    default:
      return field === undefined ? { ...object, odd: 1 } : { ...object, [name]: spoilValue(field, dice) };
  }
}

function repeated(items: readonly Json[], dice: Dice): Json[] {
  const item = items[0] ?? dice.pick(oddValues)();
  return Array.from({ length: dice.pick([11, 101, 1_001, 5_000]) }, () => item);
}

const otherSpoilers: readonly Spoiler[] = [
  ({ path }, dice) => {
    for (const name of Object.keys(path)) path[name] = dice.pick(oddTexts);
  },
  ({ query, operation }, dice) => {
    const name = operation.parameters.length > 0 ? dice.pick(operation.parameters).name : 'odd';
    query.push([dice.pick([name, `${name}[GT]`, `${name}[]`, `${name}[__proto__]`]), dice.pick(oddTexts)]);
  },
  ({ query }) => query.push(...query),
  ({ headers, operation }, dice) => {
    const key = String(headers['Authorization']);
    // Without a key, the control plane steers the default account, which all callers share.
    const missing = operation.path.startsWith(controlRoot) ? 'Bearer' : '';
    headers['Authorization'] = dice.pick([
      missing,
      'Bearer',
      'Basic YTpi',
      'Bearer pdl_live_apikey_1',
      `${key}x`,
      key.toUpperCase(),
      'Bearer \u00ff',
    ]);
  },
  ({ headers }, dice) => {
    headers['Content-Type'] = dice.pick([
      'text/plain',
      'application/json; charset=utf-16',
      'text/csv',
      'application/xml',
      '',
      'a/b;c="',
    ]);
  },
  ({ headers }, dice) => {
    headers['X-Paddock-Fault'] = dice.pick(faultHeaders);
  },
  ({ headers }, dice) => {
    const [name, value] = dice.pick(oddHeaders);
    headers[name] = value;
  },
  (draft, dice) => {
    draft.method = dice.pick(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PURGE', 'TRACE']);
  },
];

const faultHeaders = [
  '503',
  'too_many_requests;retry-after=2',
  'delay=5',
  'jitter=5;per-byte=0.001',
  'reset-before',
  'reset-after',
  'truncated',
  'broken-json',
  'wrong-content-type',
  'empty',
  'stale',
  'duplicate',
  '999',
  ';;',
  'delay=-1',
  'delay=1e9',
  '',
];

const oddHeaders = [
  ['Origin', 'https://evil.example'],
  ['Sec-Fetch-Site', 'cross-site'],
  ['Paddle-Signature', 'ts=1;h1=0'],
  ['Host', 'evil.example'],
  ['Host', 'sandbox-api.paddle.com'],
  ['X-Forwarded-For', '10.0.0.1'],
  ['Paddle-Version', '99'],
  ['Content-Encoding', 'gzip'],
  ['Content-Encoding', 'odd'],
  ['Skip-Count', 'maybe'],
  ['User-Agent', 'PaddleSDK/go'],
  ['Expect', '100-continue'],
  ['Expect', 'more'],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['Accept', 'text/html'],
  ['Range', 'bytes=0-1'],
  ['If-None-Match', '*'],
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Cookie', 'a=b'.repeat(500)],
  ['X-Paddock-Control-Token', 'x'],
] as const;

const oddNames = [
  'odd',
  '__proto__',
  'constructor',
  'toString',
  'id',
  'status',
  '',
  'a.b',
  'ключ',
  '\u0000',
  '$ref',
  'length',
];

export const oddTexts = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '..',
  '../..',
  '%',
  '%2e%2e%2f',
  '-1',
  '0',
  '1e999',
  '9'.repeat(30),
  'true',
  'null',
  '*',
  "' OR 1=1 --",
  '"',
  '{"a":1}',
  '[',
  'ctm_',
  'ctm_01h00000000000000000000000',
  'sub_01h00000000000000000000000,',
  'x'.repeat(3_000),
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  'id[ASC]',
  'ＩＤ',
  '\u202e',
  '💶',
  'a,a,a,a',
  ','.repeat(300),
  '__proto__',
  'text\r\nX-Odd: 1',
];

/** Values that are wrong in most places. Made anew, since some are large. */
const oddValues: readonly (() => Json)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1.5,
  () => 2 ** 53 + 2,
  () => -1e308,
  () => hugeNumber,
  () => [],
  () => ({}),
  () => [null],
  () => [[]],
  () => ({ toString: 1, valueOf: 1 }),
  () => [{ toString: 1 }, { toString: 1 }],
  () => JSON.parse('{"__proto__":{"polluted":true}}'),
  () => JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  ...oddTexts.map((text) => () => text),
  () => JSON.parse('['.repeat(150) + ']'.repeat(150)),
  () => JSON.parse(`${'{"a":'.repeat(300)}1${'}'.repeat(300)}`),
  () => Array.from({ length: 3_000 }, (_, index) => index),
  () => 'x'.repeat(50_000),
  () => Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`key ${index}`, 'v'])),
  () => 'http://127.0.0.1/_paddock/reset',
  () => 'https://',
  () => 'ftp://example.com',
  () => 'http://[',
  () => '@',
  () => 'a@b@c',
];
