import fc from 'fast-check';
import { currentLaw } from './current-law.ts';

/** What ends a law without a verdict. A property tries no other case after it, and keeps a counterexample that it has. */
export class NoVerdict extends fc.PreconditionFailure {
  constructor(reason: string) {
    super(true);
    this.message = reason;
  }
}

/** The target failed, or did not answer. */
export class Outage extends NoVerdict {}

/**
 * Ends the law that runs without a verdict, such as where the target lacks what it needs, or where the budget is spent.
 *
 * @param reason why there can be none, in a sentence.
 */
export function endWithoutVerdict(reason: string): never {
  return end(new NoVerdict(reason));
}

/** Ends the law that runs without a verdict, since the target failed or did not answer, which breaks no promise. */
export function endByOutage(reason: string): never {
  return end(new Outage(reason));
}

function end(error: NoVerdict): never {
  const law = currentLaw.getStore();
  if (law) law.ended ??= error;
  throw error;
}
