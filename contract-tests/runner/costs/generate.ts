/**
 * Makes `generated/law-costs.json`: runs laws against the mock, in both profiles. Run with `npm run costs`, or for some
 * laws with `npm run costs -- --only CLAIM`; what was counted of the others stays.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { readLawPatterns } from '../../claims/read-laws.ts';
import { readReport } from '../../report/read-report.ts';
import type { Report } from '../../report/report.ts';
import { counted } from './cost.ts';
import { type CountedRuns, mergeCosts } from './merge-costs.ts';

const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url));
const chosen = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'paddock-costs-'));

async function run(profile: string, ...args: readonly string[]): Promise<Report> {
  const json = join(folder, 'verify.json');
  // A busy machine may take its time: what is counted is not how long it takes.
  const all = [cli, 'verify', '--profile', profile, '--json', json, '--timeout', '900', ...chosen, ...args];
  const child = spawn(process.execPath, all, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'close');
  if (code !== 0)
    throw new Error(`Could not count: a run in the profile ${profile} ended with ${code}. Mend it first.`);
  return readReport(json);
}

async function readNeeds(profile: string): Promise<CountedRuns['needs']> {
  const script = fileURLToPath(new URL('print-needs.ts', import.meta.url));
  const child = spawn(process.execPath, [script, profile], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [[code], printed] = await Promise.all([once(child, 'close'), text(child.stdout)]);
  if (code !== 0) throw new Error(`Could not find what laws need in the profile ${profile}: it ended with ${code}.`);
  return JSON.parse(printed);
}

const profiles: CountedRuns[] = [];
for (const profile of ['guide', 'official'])
  profiles.push({
    usual: await run(profile),
    once: await run(profile, '--runs', '1'),
    needs: await readNeeds(profile),
  });
await rm(folder, { recursive: true });

const patterns = readLawPatterns();
const costs = mergeCosts(profiles, chosen.length > 0 ? counted : {}, (title) =>
  patterns.some((pattern) => pattern.test(title)),
);
await writeFile(new URL('generated/law-costs.json', import.meta.url), `${JSON.stringify(costs, null, 2)}\n`);
