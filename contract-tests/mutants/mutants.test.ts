import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claims } from '../claims/ledger.ts';
import { cli, start } from '../cli/testing/command.ts';
import { paddockHere } from '../cli/testing/in-process.ts';
import { mutants } from './mutants.ts';

const testOfRequestId = fileURLToPath(new URL('./testing/test-of-request-id.ts', import.meta.url));

/** In a process of its own, where the laws are loaded. */
function paddockMutants(...args: string[]) {
  return start([cli, 'mutants', ...args]).ended;
}

const mutantsHere = (...args: string[]) => paddockHere(['mutants', ...args], process.cwd());

const only = (names: readonly string[]) => names.flatMap((name) => ['--only', name]);

describe('the table of mutants', () => {
  test('has names that differ, and names promises that there are', () => {
    const names = mutants.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const ids = claims.map(({ id }) => id);
    for (const { name, breaks } of mutants) expect(ids, name).toEqual(expect.arrayContaining([...breaks]));
  });
});

describe('paddock mutants', () => {
  test('finds that the suite notices any of them', async () => {
    const profile = 'guide';
    const names = mutants.filter((mutant) => (mutant.profile ?? profile) === profile).map(({ name }) => name);
    const two = fc.shuffledSubarray(names, { minLength: 2, maxLength: 2 });
    const [chosen = []] = fc.sample(two, { seed: 1, numRuns: 1 });
    const { code, out, err } = await paddockMutants('--profile', profile, '--json', ...only(chosen));
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({ profile, total: 2, killed: 2 });
    expect(code).toBe(0);
  });

  test("ends with 2 where a mutant does not exist, or somebody's tests do not pass anyway", async () => {
    expect(await mutantsHere('--only', 'none')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Could not find the mutant none'),
    });
    const failing = await mutantsHere('--only', 'drop-retry-after', '--test', 'exit 3');
    expect(failing).toMatchObject({ code: 2, err: expect.stringContaining('`exit 3` does not pass') });
  });
});

describe('paddock mutants --test', () => {
  test('tells which mutants the tests notice, and which they do not', async () => {
    const names = only(['drop-request-id-header', 'drop-retry-after']);
    const command = `'${process.execPath}' '${testOfRequestId}'`;
    const { code, out } = await mutantsHere('--json', ...names, '--test', command);
    expect(JSON.parse(out)).toMatchObject({
      total: 2,
      killed: 1,
      mutants: [
        { name: 'drop-request-id-header', killed_by: 'failure' },
        { name: 'drop-retry-after', killed: false },
      ],
    });
    expect(code).toBe(0);
  });

  test('ends tests that take too long, and counts that as noticed', async () => {
    const command = 'test -z "$PADDOCK_MUTANT" || sleep 100';
    const { out } = await mutantsHere('--only', 'drop-retry-after', '--timeout', '1', '--test', command);
    expect(out).toMatch(/drop-retry-after +killed +timeout/);
    expect(out).toContain('1 of 1 mutants of mock:guide (100 %) were noticed');
  });
});
