import type { Evidence } from './evidence.ts';
import type { Finding } from './experiment.ts';
import type { ExperimentContext } from './experiment-context.ts';
import { Inconclusive } from './inconclusive.ts';

/** Outcome of an experiment; `value` is `null` if it was inconclusive. */
export type Outcome<Value> = {
  readonly value: Value | null;
  readonly because: string;
  /** The last exchanges of the experiment. */
  readonly evidence: readonly Evidence[];
  readonly requests: number;
};

/** Enough for all exchanges of an experiment without loops. */
const mostEvidence = 6;

/** Runs an experiment; any error makes it inconclusive, with the message as the reason. */
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
  return `the experiment failed: ${error instanceof Error ? error.message : String(error)}`;
}
