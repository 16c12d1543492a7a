import { setImmediate as breathe } from 'node:timers/promises';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Exchange, Observe } from '../contract/exchange.ts';
import type { Target } from '../targets/target.ts';
import { createComparison, type Judgement, type Judges } from './judge-exchanges.ts';
import { judgesWithPrism } from './judge-with-prism.ts';
import { loadPrism } from './load-prism.ts';

/** Judges the exchanges of a run in the background. */
export type JudgeQueue = {
  /** Adds an exchange, which is dropped once it is judged. */
  readonly add: Observe;
  /** Starts judging the queue against the document of a target. */
  start(target: Target): void;
  /** Judges the remaining exchanges, and returns the result. */
  finish(): Promise<Judgement>;
};

/**
 * Creates the queue of a judge.
 *
 * @param name `prism`.
 * @throws UsageError if the judge is unknown, or not installed.
 */
export function createJudgeQueue(name: string): JudgeQueue {
  if (name !== 'prism') throw new UsageError(`Could not find the judge ${name}. Give prism.`);
  const prism = loadPrism();
  return createQueue((target) => judgesWithPrism(prism, target));
}

/** @param judgesOf creates the judges for a target. */
export function createQueue(judgesOf: (target: Target) => Promise<Judges>): JudgeQueue {
  const waiting: Exchange[] = [];
  let [isOver, wake] = [false, () => {}];
  let judged: Promise<Judgement> | null = null;

  async function work(target: Target): Promise<Judgement> {
    const comparison = createComparison(await judgesOf(target));
    for (;;) {
      const exchange = waiting.shift();
      if (exchange) {
        await comparison.add(exchange);
        // Yields to the laws between exchanges.
        await breathe();
      } else if (isOver) return comparison.result();
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }

  return {
    add(exchange) {
      waiting.push(exchange);
      wake();
    },
    start(target) {
      judged = work(target);
      // `finish` reports the error.
      judged.catch(() => {});
    },
    finish() {
      isOver = true;
      wake();
      return judged ?? Promise.reject(new Error('Could not judge: the queue was not started. Call start first.'));
    },
  };
}
