import { expect, test } from 'vitest';
import { replaceBetweenMarkers } from './replace-between-markers.ts';

test('what stands between the markers is replaced, the rest stays', () => {
  const document = 'a\n<!-- bench -->\nold\n<!-- bench -->\nb\n';
  expect(replaceBetweenMarkers(document, 'new')).toBe('a\n<!-- bench -->\nnew\n<!-- bench -->\nb\n');
});

test('replacing twice is replacing once', () => {
  const once = replaceBetweenMarkers('<!-- bench --><!-- bench -->', 'new');
  expect(replaceBetweenMarkers(once, 'new')).toBe(once);
});

test('a document without two markers is refused', () => {
  expect(() => replaceBetweenMarkers('<!-- bench -->', 'new')).toThrow('does not have two');
});
