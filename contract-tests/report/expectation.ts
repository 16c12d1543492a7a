import type { Claim } from '../claims/claim.ts';
import { type Behaviours, guideBehaviours } from '../targets/behaviours.ts';
import type { Expectation } from './verdict.ts';

/** What is expected where nothing is known. */
export const asClaimed: Expectation = { insteadOfClaim: null, notTestable: null };

/** What is expected of a target: that it keeps the guide's claim, unless it is known to behave in another way. */
export function expectationOf(claim: Claim, behaviours: Behaviours): Expectation {
  const { guide, behaviour, expected, kind, reason } = claim;
  const [wanted, claimed]: Readonly<Record<string, string>>[] = [behaviours, guideBehaviours];
  const isOther = behaviour !== null && wanted?.[behaviour] !== claimed?.[behaviour];
  return {
    insteadOfClaim: guide !== null && isOther ? expected.official : null,
    notTestable: kind === 'not-testable' ? reason : null,
  };
}
