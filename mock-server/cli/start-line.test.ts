import { expect, test } from 'vitest';
import { profile, withBehaviours } from '../behaviours.ts';
import { startLine } from './start-line.ts';

const started = { url: 'http://127.0.0.1:1', apiKey: 'key', profile: 'guide', behaviours: profile('guide') } as const;

test('says nothing with --quiet, also where JSON is asked for', () => {
  expect(startLine(started, { quiet: true })).toBeUndefined();
  expect(startLine(started, { quiet: true, json: true })).toBeUndefined();
});

test('is one JSON object with --json', () => {
  expect(startLine(started, { json: true })).toBe('{"url":"http://127.0.0.1:1","apiKey":"key","profile":"guide"}');
});

test('tells how far a mix of behaviours is from both profiles', () => {
  const mixed = withBehaviours(profile('guide'), { timestamps: 'fractions' });
  const line = startLine({ ...started, profile: null, behaviours: mixed }, {});
  expect(line).toMatch(/profile custom, behaviours differ in 1 from guide and in \d+ from official/);
});
