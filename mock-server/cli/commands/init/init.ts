import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { print } from '#openapi/text/print.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { fieldOf } from '../../../text/json-field.ts';
import { configFileNames } from '../../options/load-config.ts';
import { configTemplate, type Runner, testTemplates } from './init-templates.ts';

/** Writes a configuration and a first test for the folder's test runner. @throws UsageError if a file exists already */
export async function init(): Promise<void> {
  const { file, text, command } = testTemplates[await findRunner()];
  const existing = [...configFileNames, file].find((name) => existsSync(name));
  if (existing !== undefined) {
    throw new UsageError(`Could not write the files: ${existing} already exists. Remove it first, or keep using it.`);
  }
  const files = { 'paddock.config.ts': configTemplate, [file]: text };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(name), { recursive: true });
    await writeFile(name, content, { flag: 'wx' });
    print(`Wrote ${name}`);
  }
  print(`\nRun the test with:    ${command}\nStart the mock with:  npx paddock start`);
}

/** Finds the test runner that package.json depends on; by default Node's own. */
async function findRunner(): Promise<Runner> {
  const manifest = existsSync('package.json') ? await readManifest() : {};
  const packages = ['dependencies', 'devDependencies'].flatMap((key) => Object.keys(Object(fieldOf(manifest, key))));
  if (packages.includes('vitest')) return 'vitest';
  if (packages.includes('jest')) return 'jest';
  return packages.includes('@playwright/test') ? 'playwright' : 'node';
}

async function readManifest(): Promise<unknown> {
  try {
    return JSON.parse(await readFile('package.json', 'utf8'));
  } catch {
    throw new UsageError('Could not read package.json: it is not valid JSON. Correct it.');
  }
}
