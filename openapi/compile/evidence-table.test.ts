import { expect, test } from 'vitest';
import { readDocument } from '../document/read.ts';
import { classOf, evidenceTable } from './evidence-table.ts';

test.each([
  ['', 'published'],
  ['official: the statuses', 'published'],
  ['guide, in its examples', 'published'],
  ['observed 2026-01-04, for the order', 'observed'],
  ['official; observed in 2025', 'observed'],
  ['assumed for the name', 'assumed'],
  ['official; assumed, that it succeeds', 'partly assumed'],
  ['observed for texts, assumed for lists', 'partly assumed'],
])('%j is %s', (evidence, expected) => {
  expect(classOf(evidence)).toBe(expected);
});

test('each operation of a document counts once, and few are assumed alone', async () => {
  const guide = readDocument('guide');
  const table = await evidenceTable([guide, guide], new URL('../../mock-server/', import.meta.url).pathname);
  const [, , operations = '', fields = '', rules = ''] = table.split('\n');
  const share = (line: string) => Number(/(\d+) % \|$/.exec(line)?.[1]);
  expect(operations).toMatch(/^\| operations \|/);
  for (const line of [operations, fields, rules]) expect(share(line)).toBeLessThan(10);
});
