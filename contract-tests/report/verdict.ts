import type { LawReport, Verdict } from './report.ts';

/** What a claim is known to be, besides its laws. */
export type Expectation = {
  /** What the target is expected to do instead of what the guide claims, or `null`. */
  readonly insteadOfClaim: string | null;
  /** Why nothing can test the claim, or `null`. */
  readonly notTestable: string | null;
};

/** The verdict on a claim by what came of its laws, and why, in a sentence. */
export function judge(laws: readonly LawReport[], expectation: Expectation): { verdict: Verdict; because: string } {
  const broken = laws.filter(({ outcome }) => outcome === 'broken');
  const held = laws.filter(({ outcome }) => outcome === 'held');
  const untold = laws.find(({ outcome }) => outcome === 'no-verdict');
  const [first] = broken;
  if (first) return { verdict: 'differs', because: sentenceAbout(first) };
  if (held.length === 0) return { verdict: 'cannot-tell', because: whyUntold(untold, expectation) };
  const also = untold ? ` The rest could not be told: ${untold.no_verdict}.` : '';
  const { insteadOfClaim } = expectation;
  if (insteadOfClaim !== null) {
    return { verdict: 'differs-as-expected', because: `As expected, it is: ${insteadOfClaim}.${also}` };
  }
  return { verdict: 'holds', because: `${count(held.length, 'law')} held.${also}` };
}

function sentenceAbout({ title, failure }: LawReport): string {
  const [said = ''] = (failure?.message ?? '').split('\n');
  return `It is not so that ${title.replace(/^[^:]*: /, '')}: ${said.replace(/\.$/, '')}.`;
}

function whyUntold(untold: LawReport | undefined, { notTestable }: Expectation): string {
  if (untold) return `Nothing was tried: ${untold.no_verdict}.`;
  return notTestable === null ? 'No law is about it here.' : `No request can tell: ${notTestable}`;
}

/** A number and what it counts, such as `1 law` and `1,200 requests`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
