import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paddockHere } from '../cli/testing/in-process.ts';
import { checkOutputs, writeOutput } from './output-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-outputs-'));
  await writeFile(join(folder, 'file'), '');
});
afterAll(() => rm(folder, { recursive: true }));

test('a missing path below a folder is accepted, and the check creates nothing', async () => {
  const [file, deep] = [join(folder, 'new.json'), join(folder, 'a', 'b', 'c.json')];
  await checkOutputs([
    { option: '--json', path: file, is: 'file' },
    { option: '--out', path: deep, is: 'folder' },
    { option: '--html', path: undefined, is: 'file' },
  ]);
  expect(await readdir(folder)).toEqual(['file']);
  await writeOutput(deep, 'text');
  expect(await readFile(deep, 'utf8')).toBe('text');
});

test.each([
  ['verify', '--out', 'file'],
  ['verify', '--json', 'file/report.json'],
  ['verify', '--junit', '.'],
  ['measure', '--out', 'file/profile.json'],
  ['record', '--out', 'file', '--target', 'http://127.0.0.1:9'],
  ['record', '--entities', '.', '--target', 'http://127.0.0.1:9'],
  ['compare', '--html', 'file/page.html', 'a.json', 'b.json'],
])('paddock %s refuses %s %s in one line, before anything else', async (...args) => {
  const { code, out, err } = await paddockHere(args, folder);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(new RegExp(`^Could not write .*${args[1]}\\.\\n$`));
});
