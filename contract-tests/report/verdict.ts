import type { Claim } from '../claims/claim.ts';
import { type Behaviours, guideBehaviours } from '../contract/behaviours.ts';
import type { LawReport, Verdict } from './report.ts';

/** Expectation of a claim, besides its laws. */
export type Expectation = {
  /** Expected behaviour where it differs from the guide's claim, or `null`. */
  readonly insteadOfClaim: string | null;
  /** Reason why no request can test the claim, or `null`. */
  readonly notTestable: string | null;
};

/** Expectation of claims that the ledger does not know. */
export const asClaimed: Expectation = { insteadOfClaim: null, notTestable: null };

/** Returns the expectation of a claim for a target with these behaviours. */
export function expectationOf(claim: Claim, behaviours: Behaviours): Expectation {
  const { guide, behaviour, expected, kind, reason } = claim;
  const [wanted, claimed]: Readonly<Record<string, string>>[] = [behaviours, guideBehaviours];
  const isOther = behaviour !== null && wanted?.[behaviour] !== claimed?.[behaviour];
  return {
    insteadOfClaim: guide !== null && isOther ? expected.official : null,
    notTestable: kind === 'not-testable' ? reason : null,
  };
}

/**
 * Returns the verdict on a claim and its reason, as a sentence. The claim differs if one of its laws is broken, and
 * holds if all of them held.
 *
 * @param notChosen number of its laws that were not selected.
 */
export function verdictOn(
  laws: readonly LawReport[],
  expectation: Expectation,
  notChosen = 0,
): { verdict: Verdict; because: string } {
  const broken = laws.find(({ outcome }) => outcome === 'broken');
  const held = laws.filter(({ outcome }) => outcome === 'held');
  if (broken) return { verdict: 'differs', because: describeBroken(broken) };
  if (laws.length === 0 || held.length < laws.length || notChosen > 0)
    return { verdict: 'cannot-tell', because: whyNoVerdict(laws, held.length, expectation, notChosen) };
  const { insteadOfClaim } = expectation;
  return insteadOfClaim === null
    ? { verdict: 'holds', because: describeOutcomes(laws, held.length) }
    : { verdict: 'differs-as-expected', because: `As expected: ${insteadOfClaim}.` };
}

function describeBroken({ title, failure }: LawReport): string {
  const [said = ''] = (failure?.message ?? '').split('\n');
  return `Broken: ${title.replace(/^[^:]*: /, '')}: ${said.replace(/\.$/, '')}.`;
}

function whyNoVerdict(
  laws: readonly LawReport[],
  held: number,
  { notTestable }: Expectation,
  notChosen: number,
): string {
  if (laws.length === 0)
    return notTestable === null ? 'No law covers this claim here.' : `No request can test it: ${notTestable}`;
  const some = `Only ${laws.length} of ${count(laws.length + notChosen, 'law')} of this claim ran. `;
  return (notChosen > 0 ? some : '') + describeOutcomes(laws, held);
}

function describeOutcomes(laws: readonly LawReport[], held: number): string {
  if (held === laws.length) return `${count(held, 'law')} held.`;
  const reasons = [...new Set(laws.flatMap(({ no_verdict }) => no_verdict ?? []))].join('; ');
  if (held === 0) return `No verdict: ${reasons}.`;
  return `${held} of ${count(laws.length, 'law')} held. No verdict on the rest: ${reasons}.`;
}

/** Formats a number with its noun, such as `1 law` or `1,200 requests`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}
