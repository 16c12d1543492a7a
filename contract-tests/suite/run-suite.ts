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

/** How the suite is run. */
export type SuiteOptions = {
  /** See `startTarget` for this and the six below. */
  readonly target: string;
  readonly profile?: string;
  readonly key?: string;
  readonly budget?: number;
  readonly receiver?: string;
  readonly receiverPort?: number;
  readonly allowLegacyKey?: boolean;
  readonly seed: number;
  /** Cases of each property. Default: as many as each law wants. */
  readonly runs?: number;
  /** The case to try again, as it was printed with a failure. */
  readonly path?: string;
  /** The steps to take again, as they were printed with a failure. */
  readonly replayPath?: string;
  /** Claims, or titles of laws. Default: all. */
  readonly only?: readonly string[];
  /** Who is to judge each exchange once more: `prism`. Default: nobody. */
  readonly judge?: string;
  /** Begins no other law after one that is broken. */
  readonly bail?: boolean;
  /** How long one law may take, in seconds. Default: 60, or 900 where accounts cannot be had for the asking. */
  readonly timeout?: number;
  /** How many laws run at the same time. Default: 4, or 1 where they would meet in one account. */
  readonly concurrency?: number;
};

/** Shows how far a run is. */
export type Progress = {
  /**
   * Says which laws there are to run.
   *
   * @param budgetLeft the number of requests that may still be sent, `Infinity` for any number.
   */
  begin(titles: readonly string[], budgetLeft?: () => number): void;
  exchanged(): void;
  done(result: LawResult): void;
  end(): void;
};

/** What came of a run. */
export type SuiteRun = LawResults & {
  readonly target: Target;
  readonly startedAt: Date;
  readonly seconds: number;
  /** Titles of the laws that were not chosen. */
  readonly notChosen: readonly string[];
  /** What the other judge says, or `null` where there was none. */
  readonly judgement: Judgement | null;
};

/**
 * Runs the suite against a target.
 *
 * @param known claims of which it is known that they differ; their laws are no reason to bail out.
 * @throws UsageError where the options cannot work.
 */
export async function runSuite(options: SuiteOptions, known: readonly string[], progress: Progress): Promise<SuiteRun> {
  const startedAt = new Date();
  // Loaded where it is asked for, as it is rarely there.
  const judging =
    options.judge === undefined ? null : (await import('../judge/judging.ts')).prepareJudging(options.judge);
  const target = await start(options, progress, judging?.note);
  judging?.begin(target);
  const found = await tryLaws(target, options, known, progress).catch(async (error) => {
    await target.close();
    throw error;
  });
  const closed = await runLaw(closing(target, found.endedEarly), target.limits ? 3_600_000 : 60_000);
  progress.end();
  const isAsked = closed.failure !== null || options.only === undefined;
  const results = isAsked ? [...found.results, closed] : found.results;
  const seconds = (Date.now() - startedAt.getTime()) / 1000;
  const judgement = judging && (await judging.end());
  return { ...found, target, startedAt, results, seconds, judgement };
}

const lawOfDeliveries = 'delivery: every webhook that came in has the headers, and fits the schema of its event type';

/** Closes the target, which then tells of webhooks that broke a law. */
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
