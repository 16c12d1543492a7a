import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paddockHere } from '../cli/testing/in-process.ts';
import { mutants } from '../kit/mutants/mutants.ts';
import { createMutatingProxy } from '../kit/mutants/mutating-proxy.ts';
import { readReport } from '../report/read-report.ts';
import { startTarget } from '../targets/start-target.ts';
import type { Target } from '../targets/target.ts';

let [folder, defective]: [string, Target?] = [''];

// An undocumented field of customers breaks each law about them, and no law about event types, which runs later.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-bail-'));
  const proxy = createMutatingProxy();
  proxy.apply(mutants.find(({ name }) => name === 'undocumented-field') ?? null);
  defective = await startTarget('mock', { seed: 1, before: proxy.before });
});
afterAll(async () => {
  await defective?.close();
  await rm(folder, { recursive: true });
});

const onePage = 'webhook-events-14: the list comes in one page';

/** Runs a few laws against the defective target, one after the other, and returns their results. */
async function verify(...args: string[]) {
  const json = join(folder, 'verify.json');
  const chosen = ['--only', 'archived-gives-404', '--only', onePage, '--runs', '1', '--concurrency', '1'];
  const all = ['verify', '--target', defective?.baseUrl ?? '', ...chosen, '--json', json, ...args];
  const { code, err } = await paddockHere(all, folder);
  const report = await readReport(json);
  const laws = report.claims.flatMap((claim) => claim.laws.map((law) => ({ ...law, claim: claim.id })));
  return {
    code,
    err,
    report,
    laws: laws.filter(({ claim }) => claim === 'archived-gives-404' || claim === 'webhook-events-14'),
  };
}

test('--bail starts no law after a broken one', async () => {
  const { code, report, laws } = await verify('--bail');
  const why = 'a law was broken, and --bail was given';
  expect([code, report.ended_early]).toEqual([1, why]);
  expect(laws.filter(({ outcome }) => outcome === 'broken')).toHaveLength(1);
  const rest = laws.filter(({ outcome }) => outcome !== 'broken');
  expect(rest.map(({ claim }) => claim)).toContain('webhook-events-14');
  expect(rest.map(({ no_verdict, requests }) => [no_verdict, requests])).toEqual(rest.map(() => [why, 0]));
});

test('--bail goes on after a broken law that the baseline lists', async () => {
  const differences = ['archived-gives-404', 'no-undocumented-field'].map((claim) => ({
    ...{ claim, reason: 'It is known.', expires: '9999-12-31' },
  }));
  const baseline = join(folder, 'baseline.json');
  await writeFile(baseline, JSON.stringify({ differences }));
  const { code, report, laws } = await verify('--bail', '--baseline', baseline);
  expect([code, report.ended_early]).toEqual([0, null]);
  expect(laws.find(({ claim }) => claim === 'webhook-events-14')?.outcome).toBe('held');
});
