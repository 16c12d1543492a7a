import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claims } from '../../claims/ledger.ts';
import { cli, start } from '../../cli/testing/command.ts';
import { paddockHere } from '../../cli/testing/in-process.ts';
import { mutants } from './mutants.ts';

const testOfRequestId = fileURLToPath(new URL('./testing/test-of-request-id.ts', import.meta.url));

const mutantsHere = (...args: string[]) => paddockHere(['mutants', ...args], process.cwd());

const only = (names: readonly string[]) => names.flatMap((name) => ['--only', name]);

describe('the table of mutants', () => {
  test('has unique names, and names claims that exist', () => {
    const names = mutants.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const ids = claims.map(({ id }) => id);
    for (const { name, breaks } of mutants) expect(ids, name).toEqual(expect.arrayContaining([...breaks]));
  });
});

describe('paddock mutants', () => {
  test('shows that the suite kills two random mutants', async () => {
    const profile = 'guide';
    const names = mutants.filter((mutant) => (mutant.profile ?? profile) === profile).map(({ name }) => name);
    const two = fc.shuffledSubarray(names, { minLength: 2, maxLength: 2 });
    const [chosen = []] = fc.sample(two, { seed: 1, numRuns: 1 });
    const { code, out, err } = await mutantsHere('--profile', profile, '--json', ...only(chosen));
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({ profile, total: 2, killed: 2 });
    expect(code).toBe(0);
  });

  test('ends with 2 for a mutant that does not exist', async () => {
    const { code, err } = await mutantsHere('--only', 'none');
    expect([code, err]).toEqual([2, expect.stringContaining('Could not find the mutant none')]);
  });
});

const withTest = `'${process.execPath}' '${testOfRequestId}'`;

describe('paddock mutants --test', () => {
  test('distinguishes killed mutants, survivors, and mutants that the tests never reach', async () => {
    const names = only([
      'drop-request-id-header',
      'entity-without-envelope',
      'create-answers-200',
      'drop-retry-after',
      'duplicate-email-refused',
      'delivery-lost',
    ]);
    // The test lists customers once, and does nothing else.
    const { code, out } = await mutantsHere('--json', ...names, ...only(['oldest-first']), '--test', withTest);
    const { mutants: tried, ...totals } = JSON.parse(out);
    expect(Object.fromEntries(tried.map(({ name, outcome }: Record<string, string>) => [name, outcome]))).toEqual({
      'drop-request-id-header': 'killed',
      'oldest-first': 'survived',
      'create-answers-200': 'not reached',
      'entity-without-envelope': 'not reached',
      'drop-retry-after': 'not reached',
      'duplicate-email-refused': 'not reached',
      'delivery-lost': 'not reached',
    });
    expect(totals).toMatchObject({ total: 7, killed: 1, survived: 1, not_reached: 5, score: 50 });
    expect(code).toBe(0);
  });

  test.each([
    [['drop-request-id-header'], '100', 0],
    [['drop-request-id-header', 'oldest-first'], '51', 1],
    [['oldest-first'], '0', 1],
    [['create-answers-200'], '0', 1],
  ])('of %j, with --minimum %s, ends with %i', async (names, minimum, code) => {
    const run = await mutantsHere('--minimum', minimum, ...only(names), '--test', withTest);
    expect([run.code, run.err]).toEqual([code, '']);
    const lines = run.out.split('\n').filter((line) => !line.includes(withTest));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  test.each([
    ['exit 3', /`exit 3` fails/],
    ['true', /without ever calling the mock/],
  ])('ends with 2 for tests that are `%s`', async (command, message) => {
    const { code, err } = await mutantsHere('--only', 'drop-retry-after', '--test', command);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });

  test('kills tests that exceed the time limit, and counts the mutant as killed', async () => {
    const command = `test -z "$PADDOCK_MUTANT" || sleep 100; ${withTest}`;
    const { out } = await mutantsHere('--only', 'drop-request-id-header', '--timeout', '3', '--test', command);
    expect(out).toMatch(/drop-request-id-header +killed +timeout/);
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'ends the processes of the tests when only paddock receives %s',
    async (signal) => {
      // The pipe to the test's own process closes when the last process of the group is gone.
      const command = `echo "started $$"; '${process.execPath}' -e 'setInterval(() => {}, 1000)' & wait`;
      const args = ['mutants', '--only', 'drop-request-id-header', '--test', command];
      const { child, ended } = start([cli, ...args], { cwd: process.cwd() });
      await new Promise<void>((resolve) =>
        child.stderr.on('data', (text) => String(text).includes('started') && resolve()),
      );
      child.kill(signal);
      const { code, out } = await ended;
      expect([code, out]).toEqual([1, expect.stringContaining('Interrupted')]);
    },
  );
});
