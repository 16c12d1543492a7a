/**
 * Builds and runs the container image without Docker: every step of the Dockerfile in a directory, then its command with
 * its environment, as its user, where nothing but its volume can be written. `--full` also repeats the installation that
 * the checkout has been through.
 */
import { execFileSync } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import dockerignore from '@balena/dockerignore';
import { validate } from 'dockerfile-utils';
import { findFreePort } from '#mock-server/bench/find-free-port.ts';
import { startProcess } from '#mock-server/bench/start-process.ts';
import { buildImage, type Image } from './container/build-image.ts';
import { commandIn, exitCodeOf, makeReadOnly } from './container/run-image.ts';

const source = fileURLToPath(new URL('..', import.meta.url));
const dockerfile = await readFile(join(source, 'Dockerfile'), 'utf8');
const folder = await mkdtemp(join(tmpdir(), 'paddock-container-'));
// Others than who made it have to get in.
await chmod(folder, 0o755);
try {
  lint(dockerfile);
  const node = join(folder, 'node');
  await mkdir(node);
  await copyFile(process.execPath, join(node, 'node'));
  const step = 'npm ci --ignore-scripts --no-audit --no-fund --loglevel=error';
  const done = process.argv.includes('--full') ? undefined : { step, modules: join(source, 'node_modules') };
  const image = await buildImage({ dockerfile, source, files: await filesSent(), folder, node, done });
  makeReadOnly(image);
  await serve(image);
  console.log('The image builds, serves as its user without writing, is healthy, and ends on SIGTERM.');
} finally {
  execFileSync('chmod', ['-R', 'u+w', folder]);
  await rm(folder, { recursive: true });
}

function lint(text: string): void {
  const problems = validate(text).map(({ range, message }) => `Dockerfile:${range.start.line + 1} ${message}`);
  if (problems.length > 0) throw new Error(`Could not accept the Dockerfile:\n${problems.join('\n')}`);
}

/** Files of the checkout that `.dockerignore` lets into the build. */
async function filesSent(): Promise<string[]> {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: source, encoding: 'utf8' });
  const ignore = dockerignore.default().add(await readFile(join(source, '.dockerignore'), 'utf8'));
  return ignore.filter(listed.trim().split('\n'));
}

async function serve(image: Image): Promise<void> {
  const port = await findFreePort();
  const data = join(image.root, 'data', 'paddock.sqlite');
  const given = { PADDOCK_PORT: `${port}`, PADDOCK_DATA: data };
  const isHealthy = () => exitCodeOf(image, image.health, given) === 0;
  expect('the volume can be written', exitCodeOf(image, ['touch', join(image.root, 'data/probe')], given) === 0);
  expect('nothing else can be written', exitCodeOf(image, ['touch', 'probe'], given) !== 0);
  expect('it is unhealthy before the start', !isHealthy());
  await using server = await startProcess(commandIn(image, [...image.entrypoint, ...image.command], given), {
    ready: /API key/,
    cwd: join(image.root, image.workdir),
  });
  expect('it is healthy', isHealthy());
  const apiKey = /\S+$/.exec(server.line)?.[0];
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const body = '{"email":"sam@example.com"}';
  const created = await fetch(`http://127.0.0.1:${port}/customers`, { method: 'POST', headers, body });
  expect('it creates a customer', created.status === 201);
  expect('SIGTERM ends it with exit code 0', (await server.stop()) === 0);
  expect('it kept its data', (await readdir(join(image.root, 'data'))).includes('paddock.sqlite'));
}

function expect(what: string, holds: boolean): void {
  if (!holds) throw new Error(`Could not accept the image: it is not so that ${what}.`);
  console.log(`  ${what}`);
}
