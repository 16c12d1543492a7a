import type { Claim } from '../claims/claim.ts';
import { type Behaviours, guideBehaviours } from '../contract/behaviours.ts';
import type { LawReport, Verdict } from './report.ts';

/** What a claim is known to be, besides its laws. */
export type Expectation = {
  /** What the target is expected to do instead of what the guide claims, or `null`. */
  readonly insteadOfClaim: string | null;
  /** Why nothing can test the claim, or `null`. */
  readonly notTestable: string | null;
};

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

/**
 * The verdict on a claim by what came of its laws, and why, in a sentence. One broken law breaks the claim; it takes all
 * of them for the claim to hold.
 *
 * @param notChosen how many laws about the claim were not to be run.
 */
export function verdictOn(
  laws: readonly LawReport[],
  expectation: Expectation,
  notChosen = 0,
): { verdict: Verdict; because: string } {
  const broken = laws.find(({ outcome }) => outcome === 'broken');
  const held = laws.filter(({ outcome }) => outcome === 'held');
  if (broken) return { verdict: 'differs', because: sentenceAbout(broken) };
  if (laws.length === 0 || held.length < laws.length || notChosen > 0)
    return { verdict: 'cannot-tell', because: whyUntold(laws, held.length, expectation, notChosen) };
  const { insteadOfClaim } = expectation;
  return insteadOfClaim === null
    ? { verdict: 'holds', because: whatCameOf(laws, held.length) }
    : { verdict: 'differs-as-expected', because: `As expected: ${insteadOfClaim}.` };
}

function sentenceAbout({ title, failure }: LawReport): string {
  const [said = ''] = (failure?.message ?? '').split('\n');
  return `Broken: ${title.replace(/^[^:]*: /, '')}: ${said.replace(/\.$/, '')}.`;
}

function whyUntold(laws: readonly LawReport[], held: number, { notTestable }: Expectation, notChosen: number): string {
  if (laws.length === 0)
    return notTestable === null ? 'No law covers this claim here.' : `No request can test it: ${notTestable}`;
  const some = `Only ${laws.length} of ${count(laws.length + notChosen, 'law')} of this claim ran. `;
  return (notChosen > 0 ? some : '') + whatCameOf(laws, held);
}

function whatCameOf(laws: readonly LawReport[], held: number): string {
  if (held === laws.length) return `${count(held, 'law')} held.`;
  const reasons = [...new Set(laws.flatMap(({ no_verdict }) => no_verdict ?? []))].join('; ');
  if (held === 0) return `No verdict: ${reasons}.`;
  return `${held} of ${count(laws.length, 'law')} held. No verdict on the rest: ${reasons}.`;
}

/** A number and what it counts, such as `1 law` and `1,200 requests`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}
