import { claimsInTitle } from '../claims/claims-named-by.ts';
import type { Observe } from '../contract/exchange.ts';
import type { Judgement } from '../judge/judge-exchanges.ts';
import { startTarget } from '../targets/start-target.ts';
import type { Target } from '../targets/target.ts';
import { untilInterrupted } from './interruption.ts';
import type { Law } from './laws.ts';
import { allLaws, chooseLaws } from './load-laws.ts';
import { type LawResult, runLaw, timeoutOf } from './run-law.ts';
import { type LawResults, runLaws } from './run-laws.ts';

export type SuiteOptions = {
  /** Name of the target; see `startTarget`, also for the next six options. */
  readonly target: string;
  readonly profile?: string;
  readonly key?: string;
  readonly budget?: number;
  readonly receiver?: string;
  readonly receiverPort?: number;
  readonly allowLegacyKey?: boolean;
  readonly seed: number;
  /** Number of cases of each property. Default: chosen by each law. */
  readonly runs?: number;
  /** Path of a case to replay, as printed with a failure. */
  readonly path?: string;
  /** Steps of a lifecycle to replay, as printed with a failure. */
  readonly replayPath?: string;
  /** Claims, or titles of laws. Default: all. */
  readonly only?: readonly string[];
  /** A second opinion on each exchange: `prism`. Default: none. */
  readonly judge?: string;
  /** Starts no further law after a broken one. */
  readonly bail?: boolean;
  /** Timeout of a law in seconds. Default: 60, or 900 on a shared account. */
  readonly timeout?: number;
  /** Number of laws that run at the same time. Default: 4, or 1 on a shared account. */
  readonly concurrency?: number;
};

/** Displays the progress of a run. */
export type Progress = {
  /**
   * Starts with the titles of all laws to run.
   *
   * @param budgetLeft returns the number of requests left; `Infinity` without a limit.
   */
  begin(titles: readonly string[], budgetLeft?: () => number): void;
  exchanged(): void;
  done(result: LawResult): void;
  end(): void;
};

/** The result of a run. */
export type SuiteRun = LawResults & {
  readonly target: Target;
  readonly startedAt: Date;
  readonly seconds: number;
  /** Titles of laws that `only` left out. */
  readonly notChosen: readonly string[];
  /** The second opinion, or `null`. */
  readonly judgement: Judgement | null;
};

/**
 * Runs the suite against a target.
 *
 * @param known claims that are known to differ; their laws are no reason to bail out.
 * @throws UsageError for invalid options.
 */
export async function runSuite(options: SuiteOptions, known: readonly string[], progress: Progress): Promise<SuiteRun> {
  const startedAt = new Date();
  // Loaded on demand, since Prism is an optional dependency.
  const judgeQueue =
    options.judge === undefined ? null : (await import('../judge/judge-queue.ts')).createJudgeQueue(options.judge);
  const target = await start(options, progress, judgeQueue?.add);
  judgeQueue?.start(target);
  const found = await tryLaws(target, options, known, progress).catch(async (error) => {
    await target.close();
    throw error;
  });
  const closed = await runLaw(closing(target, found.endedEarly), target.limits ? 3_600_000 : 60_000);
  progress.end();
  const isReported = closed.failure !== null || options.only === undefined;
  const results = isReported ? [...found.results, closed] : found.results;
  const seconds = (Date.now() - startedAt.getTime()) / 1000;
  const judgement = judgeQueue && (await judgeQueue.finish());
  return { ...found, target, startedAt, results, seconds, judgement };
}

const lawOfDeliveries = 'delivery: every webhook that came in has the headers, and fits the schema of its event type';

/** Closes the target, which throws if a webhook broke a law. */
function closing(target: Target, endedEarly: string | null): Law {
  return {
    title: lawOfDeliveries,
    async body({ skip }) {
      await target.close();
      if (endedEarly !== null) skip(endedEarly);
      if (!target.can.receiver) skip('webhooks of the target cannot reach this machine');
    },
  };
}

function start(options: SuiteOptions, progress: Progress, note: Observe = () => {}): Promise<Target> {
  const { seed, profile, budget, receiver, receiverPort, allowLegacyKey, key: apiKey } = options;
  const observe: Observe = (exchange) => {
    progress.exchanged();
    note(exchange);
  };
  return startTarget(options.target, {
    seed,
    profile,
    budget,
    receiver,
    receiverPort,
    allowLegacyKey,
    apiKey,
    observe,
  });
}

async function tryLaws(
  target: Target,
  { seed, runs, path, replayPath, only = [], bail = false, timeout, concurrency }: SuiteOptions,
  known: readonly string[],
  progress: Progress,
): Promise<Pick<SuiteRun, keyof LawResults | 'notChosen'>> {
  const all = await allLaws({ target, properties: { seed, runs, path }, replayPath });
  const laws = chooseLaws(all, only);
  const notChosen = all.filter((law) => !laws.includes(law)).map(({ title }) => title);
  const titles = laws.map(({ title }) => title);
  progress.begin(only.length > 0 ? titles : [...titles, lawOfDeliveries], target.limits?.budget.left);
  const isUnexpected = ({ failure, title }: LawResult) =>
    failure !== null && !claimsInTitle(title).every((claim) => known.includes(claim));
  const found = await untilInterrupted((interrupted) =>
    runLaws(laws, {
      target,
      concurrency: concurrency ?? (target.can.isolate ? 4 : 1),
      timeoutMs: timeout === undefined ? timeoutOf(target) : 1000 * timeout,
      onResult(result) {
        progress.done(result);
        if (interrupted.aborted) return 'it was interrupted';
        return bail && isUnexpected(result) ? 'a law was broken, and --bail was given' : null;
      },
    }),
  );
  return { ...found, notChosen };
}
