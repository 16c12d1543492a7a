/**
 * Checks the files that run the mock elsewhere: they parse, set only variables that the command line reads, and carry the
 * package's version. Then runs the action's own start.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { createProgram } from '#mock-server/cli/program.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFile(join(root, file), 'utf8');
const deploy = 'mock-server/deploy';

for (const file of [
  'compose.yaml',
  'action.yml',
  `${deploy}/github/action.example.yml`,
  `${deploy}/github/service.example.yml`,
  `${deploy}/kubernetes.yaml`,
  `${deploy}/envoy.yaml`,
]) {
  await acceptFile(file);
}
const feature = JSON.parse(await read(`${deploy}/devcontainer/devcontainer-feature.json`));
expect('the feature has what the specification requires', [feature.id, feature.version, feature.name].every(Boolean));
expect('the feature is of this version', feature.version === JSON.parse(await read('package.json')).version);
await startAction();
console.log("The deployment files fit, and the action's start hands out a mock that answers.");

/** A file is YAML, and every variable that it sets is one that `paddock start` reads. */
async function acceptFile(file: string): Promise<void> {
  const text = await read(file);
  for (const { errors } of parseAllDocuments(text)) if (errors[0]) throw errors[0];
  const known = createProgram().commands.flatMap(({ options }) => options.map(({ envVar }) => envVar));
  const unknown = [...text.matchAll(/\bPADDOCK_[A-Z_]+/g)]
    .map(([name]) => name)
    .filter((name) => !known.includes(name));
  expect(`${file} has only variables that are read, and not ${unknown}`, unknown.length === 0);
}

async function startAction(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-action-'));
  const output = join(folder, 'output');
  await writeFile(output, '');
  const env = { ...process.env, PADDOCK_PORT: '0', PADDOCK_PROFILE: 'official', PADDOCK_SEED: '' };
  const github = { GITHUB_ACTION_PATH: root, GITHUB_OUTPUT: output, RUNNER_TEMP: folder };
  // Its own process group, which GitHub would end with the job.
  const script = `setsid bash ${deploy}/github/start.sh & echo $!; wait $!`;
  const printed = execFileSync('bash', ['-c', script], { cwd: root, env: { ...env, ...github }, encoding: 'utf8' });
  const group = Number.parseInt(printed, 10);
  try {
    const outputs = Object.fromEntries(
      (await readFile(output, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => line.split('=')),
    );
    const headers = { authorization: `Bearer ${outputs['api-key']}` };
    const answer = await fetch(`${outputs['url']}/customers`, { headers });
    expect("the action's outputs reach the mock", answer.status === 200);
  } finally {
    process.kill(-group);
    await rm(folder, { recursive: true });
  }
}

function expect(what: string, holds: boolean): void {
  if (!holds) throw new Error(`Could not accept the deployment files: it is not so that ${what}.`);
}
