import fc from 'fast-check';
import { currentLaw } from './current-law.ts';

/**
 * Ends the law that runs without a verdict, such as where the target lacks what it needs, or where the budget is spent.
 * To a property this is a case that does not count, so a search for a smaller counterexample ends with what was found.
 *
 * @param reason why there can be none, in a sentence.
 */
export function endWithoutVerdict(reason: string): never {
  const law = currentLaw.getStore();
  if (law) law.noVerdict ??= reason;
  const error = new fc.PreconditionFailure();
  error.message = reason;
  throw error;
}
