import fc from 'fast-check';
import { currentLaw } from './current-law.ts';

/** Ends a law without a verdict. A property tries no further case, but keeps a counterexample that it has found. */
export class NoVerdict extends fc.PreconditionFailure {
  constructor(reason: string) {
    super(true);
    this.message = reason;
  }
}

/** The target failed or did not respond. */
export class Outage extends NoVerdict {}

/**
 * Ends the current law without a verdict, for example if the target lacks a capability or the budget is spent.
 *
 * @param reason Reason, as a sentence.
 */
export function endWithoutVerdict(reason: string): never {
  return end(new NoVerdict(reason));
}

/** Ends the current law without a verdict because the target failed or did not respond, which violates no claim. */
export function endByOutage(reason: string): never {
  return end(new Outage(reason));
}

function end(error: NoVerdict): never {
  const law = currentLaw.getStore();
  if (law) law.ended ??= error;
  throw error;
}
