import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { claims, sections } from './ledger.ts';
import { readLedger } from './read-ledger.ts';
import { renderClaims } from './render-claims.ts';

const folder = new URL('../', import.meta.url);
const yaml = readFileSync(new URL('claims.yaml', folder), 'utf8');

test('CLAIMS.md is up to date', () => {
  expect(readFileSync(new URL('CLAIMS.md', folder), 'utf8')).toBe(renderClaims({ sections, claims }));
});

test('every claim is a row of CLAIMS.md', () => {
  const rows = renderClaims({ sections, claims }).match(/^\| `[a-z0-9-]+` \| /gm);
  expect(rows).toHaveLength(claims.length);
});

test.each([
  ['a kind that does not exist', yaml.replace('kind: schema', 'kind: rumour'), /claims\/\d+\/kind/],
  ['a field too many', yaml.replace('kind: schema', 'kind: schema\n        sort: 1'), /additional properties/],
  ['a claim without an expectation', yaml.replace(/ +expected:\n.*\n.*\n/, ''), /required property 'expected'/],
  ['a page that is no URL', yaml.replace('url: https:', 'url: http:'), /official\/url/],
])('%s is refused', (_, text, message) => {
  expect(() => readLedger(text)).toThrow(message);
});
