import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paddockHere } from './cli/testing/in-process.ts';
import { startTarget } from './targets/start-target.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-verify-'));
});
afterAll(() => rm(folder, { recursive: true }));

const paddock = (...args: string[]) => paddockHere(args, folder);

/** Makes a value once, for all tests that look at it. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const known = { claim: 'webhook-return-200', reason: 'Laws are given a second here.', expires: '9999-12-31' };

/** A run, kept in `a.json`, with a baseline that is out of date. */
const outdated = once(async () => {
  await writeFile(join(folder, 'outdated.json'), JSON.stringify({ differences: [{ ...known, claim: 'ips' }] }));
  return paddock('verify', '--only', 'ips', '--baseline', 'outdated.json', '--json', 'a.json');
});

/** A run on a target that has a URL, judged by Prism too and kept in `b.json`. */
const judged = once(async () => {
  const mock = await startTarget('mock', { seed: 1 });
  const chosen = ['--only', 'customer-email-uniqueness', '--only', 'ips'];
  const run = await paddock('verify', '--target', mock.baseUrl, '--judge', 'prism', ...chosen, '--json', 'b.json');
  await mock.close();
  return run;
});

/** A law that waits for five seconds is broken where laws may take one. */
const slow =
  'webhook-return-200: an answer that never comes, or never ends, fails after five seconds, and the rest goes on';
const broken = ['--only', slow, '--timeout', '1'];

describe('paddock verify', () => {
  test('finds that the mock keeps its promises in a profile, and what differs from the guide there', async () => {
    const chosen = ['--only', 'customer-email-uniqueness', '--seed', '7'];
    const { code, out, err } = await paddock('verify', '--profile', 'official', ...chosen);
    // On a busy machine, there may be a line of progress.
    expect([code, err]).toEqual([0, expect.not.stringContaining('broken')]);
    expect(out).toMatch(/^differs as expected +1 +customer-email-uniqueness\n\nmock:official at .*: 3 laws, 3 cases/);
    expect(out).toContain('with --seed 7');
  });

  test('ends with 1 and writes all reports where a promise is broken; no key is in any', async () => {
    const { code, out, err } = await paddock('verify', ...broken, '--bail', '--out', 'reports');
    expect(code).toBe(1);
    expect(err).toContain('broken: webhook-return-200: an answer that never comes');
    expect(out).toContain('webhook-return-200 DIFFERS. Broken: an answer that never comes');
    const files = await readdir(join(folder, 'reports'));
    expect(files.toSorted()).toEqual(['verify.html', 'verify.json', 'verify.md', 'verify.xml']);
    const texts = await Promise.all(files.map((file) => readFile(join(folder, 'reports', file), 'utf8')));
    for (const written of [out, err, ...texts]) {
      expect(written).not.toMatch(/_apikey_\w/);
      expect(written).not.toMatch(/pdl_ntfset_\w/);
    }
    for (const written of texts) expect(written).toContain('webhook-return-200');
  });

  test('ends with 0 where the baseline knows of it, and with 3 where the baseline is out of date', async () => {
    await writeFile(join(folder, 'baseline.json'), JSON.stringify({ differences: [known] }));
    const { code, out } = await paddock('verify', ...broken, '--baseline', 'baseline.json');
    expect([code, out]).toEqual([0, expect.stringContaining('Known until 9999-12-31: Laws are given a second here.')]);
    const drift = await outdated();
    expect(drift.code).toBe(3);
    expect(drift.out).toContain('lists ips');
  });

  test('has Prism judge each exchange once more, on any target', async () => {
    const { code, out } = await judged();
    expect(out).toMatch(/^holds +2 +customer-email-uniqueness, ips$/m);
    expect(out).toMatch(/^Prism \d+\.\d+\.\d+ checked \d+ exchanges .*, 0 different\.$/m);
    expect(code).toBe(0);
  });

  test.each([
    [['--judge', 'mars'], 'Could not find the judge mars'],
    [['--target', 'mars'], 'target mars'],
    [['--profile', 'mars'], 'it has no profile mars'],
    [['--seed', 'mars'], 'Could not verify: option'],
    [['--baseline', 'mars.json'], 'Could not read the baseline mars.json'],
    [['--key', 'pdl_sdbx_apikey_x'], 'it takes no key, budget or receiver'],
  ])('ends with 2 for %j', async (args, message) => {
    const { code, out, err } = await paddock('verify', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('paddock compare', () => {
  test('says what changed since the last run, and ends with 3 where something did', async () => {
    await outdated();
    await judged();
    const same = await paddock('compare', 'a.json', 'a.json');
    expect([same.code, same.out]).toEqual([0, expect.stringContaining('No claim changed.')]);
    const changed = await paddock('compare', 'a.json', 'b.json', '--html', 'both.html');
    expect(changed.code).toBe(3);
    expect(changed.out).toMatch(/^customer-email-uniqueness {2}no claim → holds {2}3 laws held\.$/m);
    expect(await readFile(join(folder, 'both.html'), 'utf8')).toContain('no claim → ');
  });

  test('ends with 2 for what is no report', async () => {
    await writeFile(join(folder, 'none.json'), '{"format":1}');
    const { code, err } = await paddock('compare', 'none.json', 'none.json');
    expect(code).toBe(2);
    expect(err).toContain('Could not read the report none.json: report must have required property');
  });
});
