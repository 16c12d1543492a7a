import { expect, test } from 'vitest';
import { openDatabase, statementsOf } from './database/database.ts';
import { SignedLinks } from './signed-links.ts';

function linksOf(...accounts: number[]) {
  const statements = statementsOf(openDatabase());
  for (const account of accounts)
    statements('INSERT INTO api_keys (hash, account) VALUES (?, ?)').run(`hash of ${account}`, account);
  return new SignedLinks(statements);
}

test('a link is found by its token and what it shows', () => {
  const links = linksOf(1, 2);
  const link = { account: 1, expiresAt: 9 };
  const token = links.sign(link, 'invoice txn_1');
  expect(links.find(token, 'invoice txn_1')).toEqual(link);
  expect(links.find(token, 'invoice txn_2')).toBeUndefined();
});

test.each([
  (token: string) => token.replace(/^1/, '2'),
  (token: string) => token.replace('.9.', '.10.'),
  (token: string) => token.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
  (token: string) => token.slice(0, -1),
  () => '',
])('no other token is accepted: %s', (change) => {
  const links = linksOf(1, 2);
  const token = links.sign({ account: 1, expiresAt: 9 }, 'invoice');
  expect(links.find(change(token), 'invoice')).toBeUndefined();
});

test('a link outlives further keys of its account', () => {
  const statements = statementsOf(openDatabase());
  const addKey = (hash: string) => statements('INSERT INTO api_keys (hash, account) VALUES (?, 1)').run(hash);
  addKey('m');
  const links = new SignedLinks(statements);
  const link = { account: 1, expiresAt: 9 };
  const token = links.sign(link, 'invoice');
  for (const hash of ['a', 'z']) addKey(hash);
  expect(links.find(token, 'invoice')).toEqual(link);
});

test('an account without keys has no links', () => {
  const links = linksOf();
  expect(links.find(links.sign({ account: 1, expiresAt: 9 }, 'invoice'), 'invoice')).toBeUndefined();
});
