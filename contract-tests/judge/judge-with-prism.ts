import type { Exchange } from '../checks/exchange.ts';
import type { Target } from '../targets/target.ts';
import { type Judgement, judgeExchanges } from './judge-exchanges.ts';
import { knownDifferencesOfPrism } from './known-differences.ts';
import type { LoadedPrism } from './load-prism.ts';
import { createAnswerChecks, createOwnJudge } from './own-findings.ts';
import { createPrismJudge } from './prism.ts';

/** Holds what Prism says of a target's exchanges, by the document of its behaviours, against what our checks say. */
export async function judgeWithPrism(
  exchanges: readonly Exchange[],
  prism: LoadedPrism,
  { contract, baseUrl }: Target,
): Promise<Judgement> {
  return judgeExchanges(exchanges, {
    name: `Prism ${prism.version}`,
    theirs: await createPrismJudge(prism, contract, baseUrl),
    ours: createOwnJudge(contract, createAnswerChecks(contract)),
    known: knownDifferencesOfPrism,
  });
}
