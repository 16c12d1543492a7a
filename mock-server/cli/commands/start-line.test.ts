import { expect, test } from 'vitest';
import { profile, withBehaviours } from '../../spec/behaviours.ts';
import { startLine } from './start-line.ts';

const started = { url: 'http://127.0.0.1:1', apiKey: 'key', profile: 'guide', behaviours: profile('guide') } as const;
const webhook = { url: 'http://127.0.0.1:9/', secret: 'made' };

test('prints nothing with --quiet, even with --json', () => {
  expect(startLine(started, { quiet: true })).toBeUndefined();
  expect(startLine(started, { quiet: true, json: true })).toBeUndefined();
});

test('is one JSON object with --json, with the options of the mock', () => {
  expect(JSON.parse(startLine(started, { json: true }) ?? '')).toEqual({
    url: 'http://127.0.0.1:1',
    apiKey: 'key',
    profile: 'guide',
  });
  const line = startLine({ ...started, data: 'a.sqlite', seed: 0, webhook }, { json: true });
  expect(JSON.parse(line ?? '')).toMatchObject({ data: 'a.sqlite', seed: 0, webhook });
});

test('names data file, seed, webhook URL and secret if set', () => {
  const line = startLine({ ...started, data: 'a.sqlite', seed: 0, webhook }, {}) ?? '';
  expect(line).toMatch(
    /Data file +a\.sqlite\n +Seed +0\n +Webhooks +are sent to http:\/\/127\.0\.0\.1:9\/\n +Secret +made\n/,
  );
  expect(startLine(started, {})).not.toMatch(/Data|Seed|Webhooks|Secret|undefined/);
});

test('counts the behaviours that differ from a profile', () => {
  expect(startLine(started, {})).toMatch(/profile guide, \d+ behaviours differ from official/);
  const mixed = withBehaviours(profile('guide'), { timestamps: 'fractions' });
  expect(startLine({ ...started, profile: null, behaviours: mixed }, {})).toMatch(
    /profile custom, 1 behaviour differs from guide and \d+ behaviours differ from official/,
  );
});
