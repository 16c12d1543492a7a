import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { UsageError } from '#openapi/text/usage-error.ts';
import { untilInterrupted } from '../../suite/interruption.ts';
import { startMockForUse } from '../../targets/mock.ts';
import { isTo, namesPath } from './define-defect.ts';
import type { Mutant } from './mutant.ts';
import { createMutatingProxy, type Seen } from './mutating-proxy.ts';

/** The result of running a user's tests against a mutant. */
export type TestedMutant = {
  readonly mutant: Mutant;
  /** Reason the mutant counts as killed; `null` if the tests passed. */
  readonly killedBy: 'failure' | 'timeout' | null;
  /** False if the tests passed without reaching the defect. */
  readonly isReached: boolean;
  readonly milliseconds: number;
};

/** Options of running a user's tests. */
export type CommandOptions = {
  /** A shell command that runs the tests. */
  readonly command: string;
  readonly profile: 'guide' | 'official';
  /** Time limit for one run of the tests, in milliseconds. */
  readonly timeoutMs: number;
  readonly onResult: (result: TestedMutant) => void;
};

/**
 * Runs a user's tests against each mutant, with a new mock each time. Mutants of operations or webhooks that the tests
 * do not use are unreachable, and skipped.
 *
 * @throws UsageError if the tests fail against the mock itself, or never call it.
 */
export function tryCommand(mutants: readonly Mutant[], options: CommandOptions): Promise<TestedMutant[]> {
  return untilInterrupted(async (interrupted) => {
    const used = await seenWithoutMutant(options, interrupted);
    const results: TestedMutant[] = [];
    for (const mutant of interrupted.aborted ? [] : mutants) {
      const started = performance.now();
      const outcome = canReach(mutant, used) ? await runAgainst(mutant, options, interrupted) : notReached;
      if (interrupted.aborted) break;
      const result = { mutant, ...outcome, milliseconds: Math.round(performance.now() - started) };
      results.push(result);
      options.onResult(result);
    }
    return results;
  });
}

type Run = Pick<TestedMutant, 'killedBy' | 'isReached'> & { readonly seen: Seen };

const notReached = { killedBy: null, isReached: false } as const;

/** Runs the tests against the mock without a defect, and returns the requests and deliveries that they use. */
async function seenWithoutMutant(options: CommandOptions, interrupted: AbortSignal): Promise<Seen> {
  const { killedBy, seen } = await runAgainst(null, options, interrupted);
  const refuse = (why: string, instead: string) =>
    new UsageError(`Could not try mutants: \`${options.command}\` ${why}. ${instead}.`);
  const instead = 'Have the tests call PADDOCK_URL with the key PADDOCK_API_KEY';
  if (interrupted.aborted) return seen;
  if (killedBy === 'timeout') throw refuse('takes too long', 'Give it more with --timeout');
  if (killedBy !== null) throw refuse('fails against a mock without a defect', instead);
  if (seen.requests.length + seen.deliveries === 0) throw refuse('passes without ever calling the mock', instead);
  return seen;
}

function canReach(mutant: Mutant, { requests, deliveries }: Seen): boolean {
  const { api, delivery, route } = mutant.start();
  if (delivery && deliveries === 0) return false;
  return !api || route === undefined || !namesPath(route) || requests.some((request) => isTo(request, route));
}

async function runAgainst(
  mutant: Mutant | null,
  { command, profile, timeoutMs }: CommandOptions,
  interrupted: AbortSignal,
): Promise<Run> {
  const paddock = await startMockForUse(profile);
  const proxy = createMutatingProxy();
  if (mutant) proxy.apply(mutant);
  else proxy.watch();
  const { url, close } = await proxy.before(paddock.url);
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
    // Output of the tests is shown only for the run without a defect, on standard error, apart from the results.
    const output = mutant ? 'ignore' : 2;
    // A separate process group lets everything the tests start be killed with them.
    const child = spawn(command, { shell: true, env, stdio: ['ignore', output, output], detached: true });
    const killedBy = await endOf(child, AbortSignal.any([interrupted, AbortSignal.timeout(timeoutMs)]));
    return { killedBy, seen: proxy.seen, isReached: proxy.seen.isReached };
  } finally {
    await close();
    await paddock.close();
  }
}

/** Waits for a process group to exit; kills it on abort, and when this process exits. */
async function endOf(child: ChildProcess, over: AbortSignal): Promise<TestedMutant['killedBy']> {
  const kill = () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', kill);
  over.addEventListener('abort', kill);
  if (over.aborted) kill();
  const [code] = await once(child, 'exit');
  process.off('exit', kill);
  over.removeEventListener('abort', kill);
  if (over.aborted) return 'timeout';
  return code === 0 ? null : 'failure';
}
