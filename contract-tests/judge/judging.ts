import { setImmediate as breathe } from 'node:timers/promises';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Exchange, Observe } from '../contract/exchange.ts';
import type { Target } from '../targets/target.ts';
import { createComparison, type Judgement, type Judges } from './judge-exchanges.ts';
import { judgesWithPrism } from './judge-with-prism.ts';
import { loadPrism } from './load-prism.ts';

/** Another judge of all exchanges of a run. */
export type Judging = {
  /** Takes an exchange, which is judged when there is time for it, and then forgotten. */
  readonly note: Observe;
  /** Begins to judge what was taken, and what will be. */
  begin(target: Target): void;
  /** Judges what is left, and says what came of all. */
  end(): Promise<Judgement>;
};

/**
 * Makes another judge ready.
 *
 * @throws UsageError where there is none of the name, or it is not installed.
 */
export function prepareJudging(name: string): Judging {
  if (name !== 'prism') throw new UsageError(`Could not find the judge ${name}. Give prism.`);
  const prism = loadPrism();
  return createJudging((target) => judgesWithPrism(prism, target));
}

/** @param judgesOf makes the judges of a target's exchanges. */
export function createJudging(judgesOf: (target: Target) => Promise<Judges>): Judging {
  const waiting: Exchange[] = [];
  let [isOver, wake] = [false, () => {}];
  let judged: Promise<Judgement> | null = null;

  async function work(target: Target): Promise<Judgement> {
    const comparison = createComparison(await judgesOf(target));
    for (;;) {
      const exchange = waiting.shift();
      if (exchange) {
        await comparison.add(exchange);
        // So that laws go on between one and the next.
        await breathe();
      } else if (isOver) return comparison.result();
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }

  return {
    note(exchange) {
      waiting.push(exchange);
      wake();
    },
    begin(target) {
      judged = work(target);
      // Whoever ends it is told of the error.
      judged.catch(() => {});
    },
    end() {
      isOver = true;
      wake();
      return judged ?? Promise.reject(new Error('Could not judge: it was never begun. Call begin first.'));
    },
  };
}
