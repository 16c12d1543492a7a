#!/usr/bin/env node
// The command `paddock`: dist/ in the installed package, and the sources in a checkout, on the Node that `npm ci` brought.
// It has to run on every Node that knows ES modules, to say which one is needed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const at = (path) => new URL(`../${path}`, import.meta.url);
const sources = at('contract-tests/cli.ts');
const { engines } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const [neededMajor, neededMinor] = engines.node.match(/\d+/g).map(Number);
const [major, minor] = process.versions.node.split('.').map(Number);
const isNew = major > neededMajor || (major === neededMajor && minor >= neededMinor);

if (isNew) await import(existsSync(sources) ? sources : at('dist/cli.js'));
else if (existsSync(at('node_modules/node/bin/node'))) runOnOurNode();
else {
  console.error(
    `Could not run paddock: it needs Node.js ${neededMajor}.${neededMinor} or later, but this is ${process.versions.node}. Update Node.js.`,
  );
  process.exitCode = 2;
}

function runOnOurNode() {
  const args = [fileURLToPath(sources), ...process.argv.slice(2)];
  const child = spawn(fileURLToPath(at('node_modules/node/bin/node')), args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
