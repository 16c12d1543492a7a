import { UsageError } from '#client/index.ts';
import type { Exchange, Observe } from '../checks/exchange.ts';
import type { Target } from '../targets/target.ts';
import type { Judgement } from './judge-exchanges.ts';
import { judgeWithPrism } from './judge-with-prism.ts';
import { loadPrism } from './load-prism.ts';

/** Another judge of all exchanges of a run. */
export type Judging = {
  /** Keeps an exchange, to be judged. */
  readonly note: Observe;
  /** Judges what was kept. It takes time, so it is for after the laws, some of which are about time. */
  judge(target: Target): Promise<Judgement>;
};

/**
 * Makes another judge ready.
 *
 * @throws UsageError where there is none of the name, or it is not installed.
 */
export function prepareJudging(name: string): Judging {
  if (name !== 'prism') throw new UsageError(`Could not find the judge ${name}. Give prism.`);
  const prism = loadPrism();
  const exchanges: Exchange[] = [];
  return {
    note: (exchange) => void exchanges.push(exchange),
    judge: (target) => judgeWithPrism(exchanges, prism, target),
  };
}
