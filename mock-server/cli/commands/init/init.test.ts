import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../testing/command.ts';
import { runHere } from '../../testing/in-process.ts';

const here = fileURLToPath(new URL('../../../../', import.meta.url));
const library = new URL('../../../index.ts', import.meta.url).href;

/** Replaces the package under Jest, which would compile the TypeScript sources with Babel. */
const standIn = `import { createServer } from 'node:http';
export async function startPaddock() {
  const server = createServer((_request, response) => response.writeHead(201).end('{}'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url: 'http://127.0.0.1:' + server.address().port, apiKey: 'key', close };
}
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-init-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Makes a project that depends on these sources and the named packages. */
async function makeProject(...packages: string[]) {
  const installed = join(folder, 'node_modules/paddle-paddock');
  await mkdir(installed, { recursive: true });
  await writeFile(join(installed, 'package.json'), '{"type":"module","exports":"./index.js"}');
  const isJest = packages.includes('jest');
  await writeFile(join(installed, 'index.js'), isJest ? standIn : `export * from '${library}';`);
  for (const name of packages) {
    await mkdir(join(folder, 'node_modules', name, '..'), { recursive: true });
    await symlink(join(here, 'node_modules', name), join(folder, 'node_modules', name));
  }
  const devDependencies = Object.fromEntries(packages.map((name) => [name, '*']));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'commonjs', devDependencies }));
}

const init = () => runHere(['init'], {}, { cwd: folder });
const node = (...args: string[]) =>
  promisify(execFile)(process.execPath, args, { cwd: folder, env: { PATH: process.env['PATH'] } });
const program = (path: string) => join(here, 'node_modules', path);

describe('paddock init', () => {
  test.each<[string, string[], string, string[]]>([
    ['node:test', [], 'test/paddle.test.mjs', ['--test', 'test/paddle.test.mjs']],
    ['vitest', ['vitest'], 'test/paddle.test.ts', [program('vitest/vitest.mjs'), 'run']],
    ['jest', ['jest'], 'test/paddle.test.js', ['--experimental-vm-modules', program('jest/bin/jest.js')]],
    ['playwright', ['@playwright/test'], 'tests/paddle.spec.ts', [program('@playwright/test/cli.js'), 'test']],
  ])('writes a test for %s that passes', async (_name, packages, file, command) => {
    await makeProject(...packages);
    const { code, out } = await init();
    expect([code, out]).toEqual([0, expect.stringMatching(`^Wrote paddock\\.config\\.ts\nWrote ${file}\n`)]);
    const { stdout, stderr } = await node(...command);
    expect(stdout + stderr).toMatch(/pass/);
  });

  test('writes a configuration that paddock start accepts', async () => {
    await makeProject();
    await init();
    await using command = run(['start', '--port', '0', '--json'], {}, folder);
    const { url, apiKey, profile } = JSON.parse(await command.line(/^\{/));
    const response = await fetch(`${url}/customers`, { headers: { Authorization: `Bearer ${apiKey}` } });
    expect([profile, (await response.json()).data.length > 10]).toEqual(['official', true]);
  });

  test.each(['paddock.config.yaml', 'test/paddle.test.mjs'])('overwrites nothing if %s exists', async (name) => {
    await mkdir(join(folder, 'test'));
    await writeFile(join(folder, name), 'mine');
    const { code, err } = await init();
    expect([code, err]).toEqual([
      2,
      `Could not write the files: ${name} already exists. Remove it first, or keep using it.\n`,
    ]);
    expect(await readFile(join(folder, name), 'utf8')).toBe('mine');
    expect(await readdir(folder)).not.toContain('paddock.config.ts');
  });
});
