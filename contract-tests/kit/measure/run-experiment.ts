import type { Evidence } from './evidence.ts';
import type { Finding } from './experiment.ts';
import type { ExperimentContext } from './experiment-context.ts';
import { Inconclusive } from './inconclusive.ts';

/** What came of an experiment. `value` is `null` where it could not tell. */
export type Outcome<Value> = {
  readonly value: Value | null;
  readonly because: string;
  /** The last exchanges of the experiment. */
  readonly evidence: readonly Evidence[];
  readonly requests: number;
};

/** How many exchanges are kept: all of any experiment that does not repeat itself. */
const mostEvidence = 6;

/** Makes an experiment. Whatever goes wrong is the reason why nothing is known. */
export async function runExperiment<Value>(
  context: ExperimentContext,
  experiment: (context: ExperimentContext) => Promise<Finding<Value>>,
): Promise<Outcome<Value>> {
  const finding = await experiment(context).catch((error: unknown) => ({ value: null, because: reasonOf(error) }));
  const evidence = context.takeEvidence();
  return { ...finding, evidence: evidence.slice(-mostEvidence), requests: evidence.length };
}

function reasonOf(error: unknown): string {
  if (error instanceof Inconclusive) return error.message;
  return `the experiment broke off: ${error instanceof Error ? error.message : String(error)}`;
}
