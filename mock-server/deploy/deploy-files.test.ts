import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { requireProgram } from '#vitest/require-program.ts';
import { createProgram } from '../cli/program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const deploy = 'mock-server/deploy';
const read = (file: string) => readFile(join(root, file), 'utf8');

test.each([
  'action.yml',
  `${deploy}/compose.yaml`,
  `${deploy}/github/action.example.yml`,
  `${deploy}/github/service.example.yml`,
  `${deploy}/kubernetes.yaml`,
  `${deploy}/envoy.yaml`,
])('%s is YAML and sets only variables that the command line reads', async (file) => {
  const text = await read(file);
  expect(parseAllDocuments(text).flatMap(({ errors }) => errors)).toEqual([]);
  const known = createProgram().commands.flatMap(({ options }) => options.map(({ envVar }) => envVar));
  const set = [...text.matchAll(/\bPADDOCK_[A-Z_]+/g)].map(([name]) => name);
  expect(set.filter((name) => !known.includes(name))).toEqual([]);
});

test('the control token of the Compose file has no default', async () => {
  const [compose] = parseAllDocuments(await read(`${deploy}/compose.yaml`));
  expect(compose?.getIn(['services', 'paddock', 'environment', 'PADDOCK_CONTROL_TOKEN'])).toBeNull();
});

test('the image is built from files that exist and that are sent to the builder', async () => {
  const [image, ignored, compose] = await Promise.all(
    [`${deploy}/Dockerfile`, '.dockerignore', `${deploy}/compose.yaml`].map(read),
  );
  const copied = [...(image ?? '').matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, names = '']) =>
    names.split(' '),
  );
  for (const name of copied.filter((each) => each !== '.')) {
    expect(() =>
      execFileSync('git', ['ls-files', '--error-unmatch', name], { cwd: root, stdio: 'pipe' }),
    ).not.toThrow();
    expect(ignored).toContain(`!${name.split('/')[0]}`);
  }
  expect(compose).toContain(`context: ../..\n      dockerfile: ${deploy}/Dockerfile\n`);
});

test("the devcontainer's feature has what the specification requires, and the package's version", async () => {
  const feature = JSON.parse(await read(`${deploy}/devcontainer/devcontainer-feature.json`));
  expect(feature).toMatchObject({ id: expect.any(String), name: expect.any(String) });
  expect(feature.version).toBe(JSON.parse(await read('package.json')).version);
});

test("the action's start provides a mock that responds", async (context) => {
  requireProgram(context, 'bash', '--version');
  requireProgram(context, 'setsid', '--version');
  requireProgram(context, 'curl', '--version');
  const folder = await mkdtemp(join(tmpdir(), 'paddock-action-'));
  const output = join(folder, 'output');
  await writeFile(output, '');
  const env = { ...process.env, PADDOCK_PORT: '0', PADDOCK_PROFILE: 'official', PADDOCK_SEED: '' };
  const github = { GITHUB_ACTION_PATH: root, GITHUB_OUTPUT: output, RUNNER_TEMP: folder };
  // A process group of its own, which GitHub would end with the job.
  const script = `setsid bash ${deploy}/github/start.sh & echo $!; wait $!`;
  const printed = execFileSync('bash', ['-c', script], { cwd: root, env: { ...env, ...github }, encoding: 'utf8' });
  try {
    const lines = (await readFile(output, 'utf8')).trim().split('\n');
    const outputs = Object.fromEntries(lines.map((line) => line.split('=')));
    const headers = { authorization: `Bearer ${outputs['api-key']}` };
    expect((await fetch(`${outputs['url']}/customers`, { headers })).status).toBe(200);
  } finally {
    process.kill(-Number.parseInt(printed, 10));
    await rm(folder, { recursive: true });
  }
});
