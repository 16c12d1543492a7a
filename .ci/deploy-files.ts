/**
 * Holds the files that run the mock elsewhere against what reads them: workflows and the action against GitHub's schema,
 * the Compose file against its specification's, the manifests against Kubernetes' types, Envoy's configuration against
 * its API and the manifests, the variables in all of them against the command line. Then runs the action's own start.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validateAction, validateWorkflow } from '@action-validator/core';
import { parse, parseAllDocuments } from 'yaml';
import { createProgram } from '#mock-server/cli/program.ts';
import { problemsOfCompose } from './deploy-files/compose.ts';
import { problemsOfEnvoy } from './deploy-files/envoy.ts';
import { checkManifests } from './deploy-files/kubernetes.ts';
import { problemsOfSpread } from './deploy-files/spread.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFile(join(root, file), 'utf8');
const deploy = 'mock-server/deploy';

acceptNoErrors('action.yml', validateAction(await read('action.yml')));
for (const name of ['action', 'service']) {
  const file = `${deploy}/github/${name}.example.yml`;
  acceptNoErrors(file, validateWorkflow(await read(file)));
}
for (const file of [
  'compose.yaml',
  'action.yml',
  `${deploy}/github/service.example.yml`,
  `${deploy}/kubernetes.yaml`,
]) {
  await acceptVariables(file);
}
const compose = parse(await read('compose.yaml'));
acceptNoErrors('compose.yaml', { errors: problemsOfCompose(compose) });
const manifests = parseAllDocuments(await read(`${deploy}/kubernetes.yaml`)).map((each) => each.toJS());
await checkManifests(manifests, root);
const envoy = parse(await read(`${deploy}/envoy.yaml`));
const processes = manifests.find(({ kind }) => kind === 'StatefulSet');
acceptNoErrors(`${deploy}/envoy.yaml`, { errors: [...problemsOfEnvoy(envoy), ...problemsOfSpread(envoy, processes)] });
const feature = JSON.parse(await read(`${deploy}/devcontainer/devcontainer-feature.json`));
expect('the feature has what the specification requires', [feature.id, feature.version, feature.name].every(Boolean));
expect('the feature is of this version', feature.version === JSON.parse(await read('package.json')).version);
expect('the composed service writes nowhere else', compose.services.paddock.read_only === true);
await startAction();
console.log("The deployment files fit, and the action's start hands out a mock that answers.");

function acceptNoErrors(file: string, { errors }: { errors: readonly unknown[] }): void {
  if (errors.length > 0) throw new Error(`Could not accept ${file}: ${JSON.stringify(errors, null, 2)}`);
}

/** Every variable that a file sets is one that `paddock start` reads. */
async function acceptVariables(file: string): Promise<void> {
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
