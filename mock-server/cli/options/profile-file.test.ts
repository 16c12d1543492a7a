import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { chooseProfile } from './profile-file.ts';

async function fileWith(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-profile-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'paddock.profile.json');
  await writeFile(file, content);
  return file;
}

test('a profile is chosen by its name', async () => {
  expect(await chooseProfile('official')).toEqual({ profile: 'official', behaviours: {} });
});

test('measured behaviours override the official profile', async () => {
  const content = { behaviours: { archiving: { value: 'endpoint', because: 'it was' } }, limits: {} };
  expect(await chooseProfile(await fileWith(JSON.stringify(content)))).toEqual({
    profile: 'official',
    behaviours: { archiving: 'endpoint' },
  });
});

test.each([
  ['{', /JSON/],
  ['[]', 'it has no behaviours'],
  ['{"behaviours":null}', 'it has no behaviours'],
  ['{"behaviours":{"archiving":"patch"}}', 'archiving has no value'],
])('a file with %s is refused in one line', async (content, reason) => {
  await expect(chooseProfile(await fileWith(content))).rejects.toThrow(reason);
});

test('a name of neither a profile nor a file is refused with advice', async () => {
  const error = /^Could not read the profile stripe: .*Give guide, official or a file from paddock measure\.$/;
  await expect(chooseProfile('stripe')).rejects.toThrow(error);
});
