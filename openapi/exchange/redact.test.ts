import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createRedactor, redactBody, redactHeader, redactText, redactUrl, redactValue } from './redact.ts';

const id = '01gtgztp8fpchantd5g1wrksa3';
const secretParts = {
  key: 'abcdefghijklmnopqrstuv_abc',
  live: 'ABCDEFGHIJKLMNOPQRSTUV_ABC',
  webhook: 'pLkWxYz0123456789abcdefABCDEFGHI',
  link: 'eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJpZCI6InBnYSJ9.X-y_z',
  legacy: '0123456789abcdef0123456789abcdef0123456789abcdef01',
  token: '01kpadd0ck000000000000000j_exampleexampleexampleexampleexam',
  card: '4242 4242 4242 4242',
  number: '4000002760003184',
  amex: '3782-822463-10005',
  chosen: 'chosen by its owner',
};
const secrets: Record<keyof typeof secretParts, string> = {
  key: `pdl_sdbx_apikey_${id}_${secretParts.key}`,
  live: `pdl_live_apikey_${id}_${secretParts.live}`,
  webhook: `pdl_ntfset_${id}_${secretParts.webhook}`,
  link: `pga_${secretParts.link}`,
  legacy: secretParts.legacy,
  token: `pca_${id}_${secretParts.token}`,
  card: secretParts.card,
  number: secretParts.number,
  amex: secretParts.amex,
  chosen: secretParts.chosen,
};
const names = Object.keys(secrets) as (keyof typeof secrets)[];
const formed = names.filter((name) => name !== 'chosen');

/** Escapes every character as in JSON. */
const escaped = (text: string) =>
  [...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const percent = (text: string) =>
  [...text].map((character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');

describe.each(formed)('a secret of the form %s is hidden', (name) => {
  const secret = secrets[name];
  const part = secretParts[name];

  test.each([
    ['in a text', () => redactText(`see ${secret}!`)],
    ['between quotes', () => redactText(`expected '${secret}' to be "${secret}"`)],
    ['in a header', () => redactHeader('Authorization', `Bearer ${secret}`)],
    ['in another header', () => redactHeader('Location', `/x/${secret}`)],
    ['in a path', () => redactUrl(`/customers/${secret}/x`)],
    ['in a query', () => redactUrl(`/customers?search=${secret}&a=b`)],
    ['percent-encoded', () => redactUrl(`/customers/${percent(secret)}`)],
    ['in a body', () => redactBody(JSON.stringify({ a: [secret] }))],
    ['as the name of a field', () => redactBody(JSON.stringify({ [secret]: 1 }))],
    ['in a body of escapes', () => redactBody(`{"a":"${escaped(secret)}"}`)],
    ['in JSON within JSON', () => redactBody(JSON.stringify({ a: JSON.stringify([{ b: secret }]) }))],
    ['in a body that is cut off', () => redactBody(`{"a":"${secret}","b":`)],
    ['in a body that is cut off behind escapes', () => redactBody(`{"a":"${escaped(secret)}","b":`)],
    [
      'in a body that is nested deep',
      () => redactBody(`{"b":"${escaped(secret)}","a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`),
    ],
    ['in a value', () => redactValue({ a: { b: [secret] } })],
  ])('%s', (_where, redact) => {
    const shown = JSON.stringify(redact());
    expect(shown).not.toContain(part);
    expect(shown).toContain('****');
  });
});

test.each(['key', 'live', 'webhook', 'link'] as const)(
  'a secret of the form %s is hidden where it is cut off',
  (name) => {
    const secret = secrets[name];
    for (let cut = 1; cut < secretParts[name].length; cut += 1) {
      expect(redactBody(`{"data":{"a":"${secret.slice(0, -cut)}`)).toMatch(/_\*{4}$/);
    }
  },
);

describe.each(['key', 'live', 'webhook'] as const)('a secret of the form %s is hidden', (name) => {
  const secret = secrets[name];

  test.each([
    ['in Base64', btoa(secret)],
    ['in Base64 behind a letter', btoa(`a${secret}`)],
    ['in Base64 behind two letters', btoa(`ab${secret}`)],
    ['as the user name of Basic', `Basic ${btoa(`${secret}:`)}`],
    ['escaped as in HTML', [...secret].map((character) => `&#${character.charCodeAt(0)};`).join('')],
    ['percent-encoded', percent(secret)],
    ['percent-encoded twice', encodeURIComponent(percent(secret))],
  ])('%s', (_how, text) => {
    const part = text.slice(-12);
    for (const shown of [redactText(`see ${text}!`), redactValue({ a: [text] }), redactBody(`{"a":"${text}`)]) {
      expect(JSON.stringify(shown)).not.toContain(part);
      expect(JSON.stringify(shown)).toContain('****');
    }
  });
});

test.each([
  'Authorization: Bearer short-one',
  'authorization: Basic c2hvcnQ6c2hvcnQ=',
  '"authorization":"Bearer short-one"',
  "Authorization: 'short-one'",
  JSON.stringify('{"authorization":"Bearer short-one"}'),
  'Cookie: session=short-one; theme=short',
  'X-Paddock-Control-Token: short-one',
  'proxy-authorization: Basic c2hvcnQ6c2hvcnQ=',
  '/x?a=b&api_key=short-one',
  'endpoint_secret_key=short-one&a=b',
  'https://:short-one@example.com',
  'https:\\/\\/sam:short-one@example.com\\/hook',
  encodeURIComponent('https://sam:short-one@example.com/hook'),
  encodeURIComponent(encodeURIComponent('https://sam:short-one@example.com/hook')),
])('the secret in %s is hidden', (text) => {
  for (const shown of [redactText(text), redactUrl(text), String(redactBody(text))]) {
    expect(shown).not.toMatch(/short-one|c2hvcnQ|theme/);
    expect(shown).toContain('****');
  }
});

test('headers are redacted by name in any object', () => {
  const headers = { Authorization: 'Bearer short-one', cookie: 'a=b', 'x-paddock-control-token': 'short-one' };
  expect(redactValue({ headers })).toEqual({
    headers: { Authorization: '****', cookie: '****', 'x-paddock-control-token': '****' },
  });
  expect(createRedactor()({ headers: { authorization: 'Bearer short-one' } })).toEqual({
    headers: { authorization: '****' },
  });
});

test('a secret in twice nested JSON is redacted with its quotes', () => {
  const inner = JSON.stringify({ b: JSON.stringify({ api_key: 'my "quoted" secret', c: 1 }) });
  const shown = redactText(JSON.stringify({ a: inner }));
  expect(shown).not.toMatch(/my|quoted|secret/);
  expect(JSON.parse(JSON.parse(JSON.parse(shown).a).b)).toEqual({ api_key: '****', c: 1 });
});

test('an application may have secret fields of its own', () => {
  const redact = createRedactor([], /token/i);
  expect(redact({ accessToken: 'a', plan: 'pro', token: null })).toEqual({
    accessToken: '****',
    plan: 'pro',
    token: null,
  });
});

describe.each(['endpoint_secret_key', 'api_key'])('the field %s is redacted, whatever its value', (field) => {
  const value = `${secretParts.chosen}, \\ and "more" 'too'`;
  const setting = { [field]: value };

  test.each([
    ['JSON', () => redactBody(JSON.stringify(setting))],
    ['a list', () => redactBody(JSON.stringify({ data: [setting] }))],
    ['with an escape in its name', () => redactBody(`{"${escaped(field)}":${JSON.stringify(value)}}`)],
    ['JSON within JSON', () => redactBody(JSON.stringify({ a: JSON.stringify(setting) }))],
    ['a number', () => redactBody(`{"${field}":404142}`)],
    ['an object', () => redactBody(JSON.stringify({ [field]: { a: value } }))],
    ['cut off', () => redactBody(JSON.stringify(setting).slice(0, -10))],
    ['cut off within its first word', () => redactBody(`{"${field}":"chosen by its ow`)],
    ['cut off, with an escape in its name', () => redactBody(`{"${escaped(field)}":"chosen by its ow`)],
    ['as Node shows it', () => redactText(inspect(setting))],
    ['as text', () => redactText(JSON.stringify(setting))],
    ['as text of JSON within JSON', () => redactText(JSON.stringify(JSON.stringify({ [field]: secretParts.chosen })))],
  ])('%s', (_how, redact) => {
    const shown = JSON.stringify(redact());
    expect(shown).not.toMatch(/chosen|more|too|404142/);
    expect(shown).toContain('****');
  });
});

test('user name and password in a URL are redacted', () => {
  const url = 'https://alice:s3cret@example.com/hook?a=b';
  expect(redactText(`to ${url}`)).toBe('to https://****@example.com/hook?a=b');
  expect(redactBody(JSON.stringify({ destination: url }))).toEqual({
    destination: 'https://****@example.com/hook?a=b',
  });
  expect(redactText('https://example.com/@alice?to=a@b.example')).toBe('https://example.com/@alice?to=a@b.example');
});

test('known secrets are redacted too', () => {
  const redact = createRedactor(['a-given-key']);
  expect(redact({ echo: ['sent a-given-key'], keys: 2 })).toEqual({ echo: ['sent ****'], keys: 2 });
  expect(redact([`${secrets.key} ${secrets.webhook}`])).toEqual(['pdl_sdbx_apikey_**** pdl_ntfset_****']);
  expect(redact({ authorization: `Bearer ${secrets.key}` })).toEqual({ authorization: 'Bearer pdl_sdbx_apikey_****' });
});

test('secret headers are redacted, and an Authorization of any scheme', () => {
  for (const name of ['Cookie', 'Set-Cookie', 'Proxy-Authorization', 'X-Paddock-Control-Token'])
    expect(redactHeader(name, 'anything')).toBe('****');
  expect(redactHeader('authorization', 'Basic c2VjcmV0')).toBe('****');
  expect(redactHeader('Authorization', `Bearer ${secrets.key}`)).toBe(`Bearer pdl_sdbx_apikey_${id}_****`);
  expect(redactHeader('accept', 'application/json')).toBe('application/json');
});

test.each([
  '{"name":"Sam","custom_data":{"plan":"pro"},"id":"ctm_01kpadd0ck0000000000000000"}',
  '/customers?after=ctm_01gtgztp8fpchantd5g1wrksa3&search=100%25',
  'Bearer of news',
  'Send the header "Authorization: Bearer <API key>".',
  'ts=1;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978',
  '{ "spaced" : [1.0, "x"] }',
])('%s is left as it is', (text) => {
  expect(redactText(text)).toBe(text);
  expect(redactUrl(text)).toBe(text);
  expect(redactValue(text)).toBe(text);
});

test('digits that are on no card stay as they are', () => {
  const { digits } = redactValue({
    digits: ['4242424242424241', '1782864000000', 'txn_4242424242424242', '42424242424242424242', '4242', 5555],
  }) as { digits: unknown[] };
  expect(digits).toEqual([
    '4242424242424241',
    '1782864000000',
    'txn_4242424242424242',
    '42424242424242424242',
    '4242',
    5555,
  ]);
  expect(redactText('"expires_at":"2026-07-01T00:30:00.123456789Z"')).toContain('00.123456789Z');
});

test("a card's number and code are hidden as numbers, as fields and in forms", () => {
  const body = { card: 4242424242424242, cvc: '100', last4: '4242' };
  expect(redactBody(JSON.stringify(body))).toEqual({ card: '****', cvc: '****', last4: '4242' });
  expect(createRedactor()(body)).toEqual({ card: '****', cvc: '****', last4: '4242' });
  expect(redactText('card=4242+4242%204242+4242&a=1')).toBe('card=****&a=1');
});

test('redacting is idempotent', () => {
  for (const name of formed) {
    const shown = redactText(`a ${secrets[name]} b`);
    expect(redactText(shown)).toBe(shown);
  }
});
