import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startPaddock } from '../server/start-paddock.ts';
import { begins, yearTable } from './year.ts';

const [from, to] = [
  '<!-- year: written by `npx vitest run mock-server/samples/year.test.ts -u` -->',
  '<!-- end of year -->',
];
const page = fileURLToPath(new URL('../../README.md', import.meta.url));

test('the year of a subscription in the README is what happens', async () => {
  await using paddock = await startPaddock({ profile: 'official', clock: { now: begins, frozen: true } });
  const call = async (method: string, path: string, body?: object) => {
    const headers = { Authorization: `Bearer ${paddock.apiKey}`, 'Content-Type': 'application/json' };
    const response = await paddock.fetch(paddock.url + path, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    expect(response.ok, text).toBe(true);
    return JSON.parse(text).data;
  };
  let now = Date.parse(begins);
  const until = async (time: string) => {
    await paddock.clock.advance({ milliseconds: Date.parse(time) - now });
    now = Date.parse(time);
  };
  const table = await yearTable(paddock, call, until);
  const text = readFileSync(page, 'utf8');
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  expect(start).toBeGreaterThan(0);
  await expect(`${text.slice(0, start)}${from}\n${table}\n${text.slice(end)}`).toMatchFileSnapshot(page);
});
