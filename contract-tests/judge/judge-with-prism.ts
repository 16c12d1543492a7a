import type { Target } from '../targets/target.ts';
import type { Judges } from './judge-exchanges.ts';
import { knownDifferencesOfPrism } from './known-differences.ts';
import type { LoadedPrism } from './load-prism.ts';
import { createAnswerChecks, createOwnJudge } from './own-findings.ts';
import { createPrismJudge } from './prism.ts';

/** Creates Prism and our checks as judges, both with the document of a target's behaviours. */
export async function judgesWithPrism(prism: LoadedPrism, { contract, baseUrl }: Target): Promise<Judges> {
  return {
    name: `Prism ${prism.version}`,
    theirs: await createPrismJudge(prism, contract, baseUrl),
    ours: createOwnJudge(contract, createAnswerChecks(contract)),
    known: knownDifferencesOfPrism,
  };
}
