import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '#client/index.ts';
import { forEachUntilInterrupted } from '../runner/interruption.ts';
import { startMockForUse } from '../targets/mock.ts';
import type { Mutant } from './mutant.ts';
import { createWrapper } from './wrapper.ts';

/** What came of a mutant that somebody's tests ran against. */
export type TestedMutant = {
  readonly mutant: Mutant;
  /** Whether the tests failed, or did not end in time; `null` where they passed, so the mutant survived. */
  readonly killedBy: 'failure' | 'timeout' | null;
  readonly milliseconds: number;
};

/** How somebody's tests are run. */
export type CommandOptions = {
  /** What runs the tests, for a shell. */
  readonly command: string;
  readonly profile: 'guide' | 'official';
  /** How long one run of the tests may take, in milliseconds. */
  readonly timeoutMs: number;
  readonly onResult: (result: TestedMutant) => void;
};

/**
 * Runs somebody's tests against each mutant of a mock, a new one each time.
 *
 * @throws UsageError where the tests do not pass against a mock that nothing is wrong with.
 */
export async function holdToCommand(mutants: readonly Mutant[], options: CommandOptions): Promise<TestedMutant[]> {
  if ((await runAgainst(null, options)) !== null)
    throw new UsageError(
      `Could not try mutants: \`${options.command}\` does not pass against a mock that nothing is wrong with. ` +
        'Let the tests call PADDOCK_URL with PADDOCK_API_KEY, and see that they pass.',
    );
  const results: TestedMutant[] = [];
  await forEachUntilInterrupted(mutants, async (mutant) => {
    const started = performance.now();
    const killedBy = await runAgainst(mutant, options);
    const result = { mutant, killedBy, milliseconds: Math.round(performance.now() - started) };
    results.push(result);
    options.onResult(result);
  });
  return results;
}

async function runAgainst(mutant: Mutant | null, options: CommandOptions): Promise<TestedMutant['killedBy']> {
  const { command, profile, timeoutMs } = options;
  const paddock = await startMockForUse(profile);
  const wrapper = createWrapper();
  wrapper.apply(mutant);
  const { url, close } = await wrapper.before(paddock.url);
  const env = {
    ...process.env,
    PADDOCK_URL: url,
    PADDOCK_API_KEY: paddock.apiKey,
    PADDOCK_MUTANT: mutant?.name ?? '',
    PADDLE_BASE_URL: url,
    PADDLE_API_KEY: paddock.apiKey,
    PADDLE_ENVIRONMENT: 'sandbox',
  };
  try {
    // What the tests say about a mutant is of no use; where nothing is wrong, it is, and does not belong to the results.
    return await run(command, env, mutant ? 'ignore' : 2, timeoutMs);
  } finally {
    await close();
    await paddock.close();
  }
}

async function run(
  command: string,
  env: NodeJS.ProcessEnv,
  output: 'ignore' | 2,
  timeoutMs: number,
): Promise<TestedMutant['killedBy']> {
  // In a group of its own, so that all that the tests start ends with them.
  const child = spawn(command, { shell: true, env, stdio: ['ignore', output, output], detached: true });
  const end = () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', end);
  const over = new AbortController();
  const late = sleep(timeoutMs, 'timeout' as const, { signal: over.signal }).catch(() => 'timeout' as const);
  const ended = once(child, 'exit').then(([code]) => (code === 0 ? null : ('failure' as const)));
  const outcome = await Promise.race([ended, late]);
  over.abort();
  if (outcome === 'timeout') end();
  await ended;
  process.off('exit', end);
  return outcome;
}
