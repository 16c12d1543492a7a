/**
 * Runs the example projects of the test runners with the packed package. Each has three tests that pass, and one that
 * fails and must print its requests. Playwright's also buy in the example shop of the client, in a browser. Run it after `node .ci/smoke.ts`, which builds.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packInto } from './pack.ts';
import { findChromium } from './vitest/chromium.ts';

/** Summaries of one failed and three passed tests (five in Playwright). */
const summaries = {
  vitest: /Tests +1 failed \| 3 passed/,
  jest: /Tests: +1 failed, 3 passed/,
  playwright: /1 failed\n[\s\S]*5 passed/,
  'node-test': /pass 3\n[\s\S]*fail 1\n/,
};
/** Lines about its account that the failed test must print. */
const traffic = ['#1 POST /customers (createCustomer) answered 201', 'sent: {"email":"kim@example.com","name":"Kim"}'];

const PADDOCK_CHROMIUM = await findChromium();
const folder = await mkdtemp(join(tmpdir(), 'paddock-runners-'));
try {
  await cp(new URL('../mock-server/test-runners/examples', import.meta.url), folder, { recursive: true });
  await copyShop(join(folder, 'subscription-shop'));
  await packInto(folder, { built: true });
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder, stdio: 'inherit' });
  execFileSync('npm', ['run', 'typecheck'], { cwd: folder, stdio: 'inherit' });
  for (const [runner, summary] of Object.entries(summaries)) check(runner, summary);
  console.log(`The examples of ${Object.keys(summaries).join(', ')} ran as they should.`);
} finally {
  await rm(folder, { recursive: true });
}

/** Copies the example shop, which then imports the package instead of its neighbours. */
async function copyShop(place: string): Promise<void> {
  await cp(new URL('../client/examples/shop', import.meta.url), place, {
    recursive: true,
    filter: (path) => !path.endsWith('.test.ts'),
  });
  for (const name of await readdir(place, { recursive: true })) {
    if (!name.endsWith('.ts')) continue;
    const file = join(place, name);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/'(?:\.\.\/)+index\.ts'/g, "'paddle-paddock/client'"));
  }
}

function check(runner: string, summary: RegExp): void {
  const env = { ...process.env, PADDOCK_CHROMIUM, NO_COLOR: '1', FORCE_COLOR: '0' };
  const { stdout, stderr, status } = spawnSync('npm', ['run', '--silent', runner], {
    cwd: folder,
    env,
    encoding: 'utf8',
    // Far beyond what a run takes, since a busy machine draws pages slowly.
    timeout: 300_000,
  });
  const printed = stdout + stderr;
  const missing = [...traffic.filter((text) => !printed.includes(text)), ...(summary.test(printed) ? [] : [summary])];
  if (status === 1 && missing.length === 0) return;
  throw new Error(`Could not accept the run of ${runner}: exit code ${status}, without ${missing}.\n${printed}`);
}
