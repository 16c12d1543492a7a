/**
 * Sends hostile requests to a mock and reports its failures: `npm run hostile -- --requests N --seed S --profile P`.
 * The manual is README.md beside this file.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Profile } from '#fixtures/index.ts';
import { startProcess } from '../bench/servers/start-process.ts';
import { profileNames } from '../spec/behaviours.ts';
import { auditFile } from './audit-file.ts';
import { fuzz } from './fuzz.ts';
import { watchMemory } from './measure-memory.ts';
import { readServed } from './read-served.ts';
import { hasFailed, type Run, renderRun } from './report.ts';
import { startDestinations } from './start-destinations.ts';

/** Timeout of a response. Deliberate waits are far shorter. */
const timeoutMs = 30_000;
const callers = 8;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string', multiple: true },
  },
});
const requests = wholeNumber('--requests', values.requests);
const seed = wholeNumber('--seed', values.seed);
const profiles = profileNames.filter((name) => values.profile?.includes(name) ?? true);

// An interrupted run still prints its report.
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());

for (const profile of profiles) {
  if (interrupted.signal.aborted) break;
  const run = await runProfile(profile);
  console.log(renderRun(run));
  if (!hasFailed(run)) continue;
  process.exitCode = 1;
  console.log(`\nThe same again: npm run hostile -- --requests ${requests} --seed ${seed} --profile ${profile}`);
}

async function runProfile(profile: Profile): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-hostile-'));
  const file = join(folder, 'data.sqlite');
  try {
    const run = await runOn(profile, file);
    return { ...run, halfWrites: auditFile(file, profile, run.result.steadyKeys) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runOn(profile: Profile, data: string): Promise<Omit<Run, 'halfWrites'>> {
  using destinations = await startDestinations();
  await using server = await startMock(profile, data);
  const { url } = JSON.parse(server.line);
  const served = await readServed(url, profile);
  using memory = watchMemory(server.pid);
  const begin = performance.now();
  const port = Number(new URL(url).port);
  const result = await fuzz({
    port,
    profile,
    seed,
    requests,
    callers,
    served,
    destinations: destinations.urls,
    timeoutMs,
    signal: interrupted.signal,
  });
  return { profile, seconds: (performance.now() - begin) / 1_000, result, memory };
}

/** Starts a mock with small limits, so that forgetting is tested too. */
function startMock(profile: Profile, data: string) {
  const limits = '--no-rate-limit --max-events 300 --max-waiting 200 --max-snapshots 5 --max-accounts 50'.split(' ');
  const options = ['--port', '0', '--json', '--profile', profile, '--data', data, '--seed', `${seed}`, ...limits];
  const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
  return startProcess([process.execPath, cli, 'start', ...options], {
    ready: /"url"/,
    // A group of its own, so that an interrupt from the terminal lets it answer the requests that were sent.
    group: true,
    env: { NODE_ENV: 'production' },
  });
}

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  console.error(`Could not take ${option} ${text}: that is not a whole number. Give one, such as 20000.`);
  process.exit(2);
}
