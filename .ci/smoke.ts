/**
 * Installs the packed package in an empty folder and uses it like a user: `npx paddock`, a program that imports its
 * three entries, compiled with two kinds of module resolution, and the devcontainer feature.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProcess } from '#mock-server/bench/servers/start-process.ts';
import { packInto } from './pack.ts';

const folder = await mkdtemp(join(tmpdir(), 'paddock-smoke-'));
try {
  await cp(new URL('./consumer', import.meta.url), folder, { recursive: true });
  await packInto(folder);
  run('npm', 'install', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline');
  await acceptWeight(folder, { packages: 100, megabytes: 40 });
  run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline');
  await startAndAsk(['npx', '--no', 'paddock'], { group: true });
  const exitCode = await startAndAsk([join(folder, 'node_modules/.bin/paddock')]);
  if (exitCode !== 0) throw new Error(`Could not accept how paddock ends: SIGTERM gave exit code ${exitCode}.`);
  const verified = run('npx', '--no', 'paddock', 'verify', '--only', 'customer-email-uniqueness', '--only', 'ips');
  if (!/^holds +2 /.test(verified)) throw new Error(`Could not accept what paddock verify says: ${verified}`);
  refuseToJudge();
  run('tsc');
  run('tsc', '--module', 'esnext', '--moduleResolution', 'bundler');
  const printed = run('node', 'start.ts');
  if (printed.trim() !== 'same') throw new Error(`Could not accept what the program printed: ${printed}`);
  await installClient();
  installAsFeature();
  const ips = "fetch('https://sandbox-api.paddle.com/ips').then(({ status }) => console.log(status))";
  const status = run('npx', '--no', 'paddock', 'run', '--quiet', '--', 'node', '-e', ips);
  if (status.trim() !== '200') throw new Error(`Could not accept what came of paddock run: ${status}`);
  console.log('The packed package installs, starts, verifies, compiles and runs.');
} finally {
  await rm(folder, { recursive: true });
}

/** Fails if the installation has too many packages or bytes for a development dependency. */
async function acceptWeight(place: string, atMost: { packages: number; megabytes: number }): Promise<void> {
  const { packages: entries } = JSON.parse(await readFile(join(place, 'node_modules/.package-lock.json'), 'utf8'));
  const packages = Object.keys(entries).length;
  const files = await readdir(join(place, 'node_modules'), { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(files.map(async (file) => (await lstat(join(file.parentPath, file.name))).size));
  const megabytes = sizes.reduce((sum, size) => sum + size, 0) / 1e6;
  const weight = `${packages} packages, ${megabytes.toFixed(1)} MB`;
  console.log(`  installs ${weight}`);
  if (packages > atMost.packages || megabytes > atMost.megabytes) throw new Error(`Could not accept ${weight}.`);
}

/** Installs the client's package alone and imports it. */
async function installClient(): Promise<void> {
  const place = join(folder, 'client');
  await mkdir(place);
  await writeFile(join(place, 'package.json'), '{"private":true,"type":"module"}');
  const packed = join(folder, 'paddle-paddock-client.tgz');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', packed], { cwd: place });
  await acceptWeight(place, { packages: 3, megabytes: 2 });
  const program = "console.log(typeof (await import('paddle-paddock-client')).createPaddleClient)";
  const printed = execFileSync('node', ['--input-type=module', '-e', program], { cwd: place, encoding: 'utf8' });
  if (printed.trim() !== 'function') throw new Error(`Could not accept what the client exports: ${printed}`);
}

/** Checks that without Prism, which is not a dependency, the command says what to install. */
function refuseToJudge(): void {
  const { status, stderr } = attempt('npx', '--no', 'paddock', 'verify', '--judge', 'prism', '--only', 'ips');
  if (status !== 2 || !/^Could not judge with Prism: it is not installed\. .*@stoplight\/prism-cli\.\n$/.test(stderr))
    throw new Error(`Could not accept what paddock verify says without Prism: exit code ${status}, ${stderr}`);
}

function attempt(file: string, ...args: string[]) {
  return spawnSync(file, args, { cwd: folder, encoding: 'utf8' });
}

/** Runs the installation script of the devcontainer feature, with a temporary global folder. */
function installAsFeature(): void {
  const script = new URL('../mock-server/deploy/devcontainer/install.sh', import.meta.url);
  const prefix = join(folder, 'global');
  const env = {
    ...process.env,
    PACKAGE: join(folder, 'paddock.tgz'),
    npm_config_prefix: prefix,
    npm_config_prefer_offline: 'true',
  };
  execFileSync('sh', [fileURLToPath(script)], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  run(join(prefix, 'bin', 'paddock'), '--version');
}

function run(file: string, ...args: string[]): string {
  return execFileSync(file, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Starts Paddock, lists customers with the printed key, and stops it. */
async function startAndAsk(command: [string, ...string[]], { group = false } = {}): Promise<number | null> {
  const flags = ['start', '--port', '0', '--json'];
  await using paddock = await startProcess([...command, ...flags], { ready: /^\{/, cwd: folder, group });
  const { url, apiKey, profile }: StartLine = JSON.parse(paddock.line);
  const answer = await fetch(`${url}/customers`, { headers: { authorization: `Bearer ${apiKey}` } });
  if (answer.status !== 200 || profile !== 'guide') {
    throw new Error(`Could not accept paddock's answer: ${answer.status} in the profile ${profile}.`);
  }
  await openConsole(url);
  return paddock.stop();
}

/** Loads the console and what its page refers to. */
async function openConsole(url: string): Promise<void> {
  const page = await fetch(`${url}/_paddock/console`, { headers: { accept: 'text/html' } });
  const files = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => `${url}${path}`);
  const statuses = await Promise.all(files.map(async (file) => (await fetch(file)).status));
  if (page.status !== 200 || statuses.length < 2 || statuses.some((status) => status !== 200))
    throw new Error(`Could not accept the console: ${page.status}, its files ${statuses}.`);
}

type StartLine = { url: string; apiKey: string; profile: string };
