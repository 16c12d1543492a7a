import type { Agreement, Claim } from './claim.ts';

/** A law with the claims in its title. */
export type NamedLaw = { readonly file: string; readonly title: string; readonly claims: readonly string[] };

type Values = Readonly<Record<string, string>>;

/** The laws and behaviours that a ledger must agree with. */
export type Suite = {
  readonly laws: readonly NamedLaw[];
  readonly sections: readonly string[];
  /** Values of the behaviours on each profile. */
  readonly profiles: { readonly guide: Values; readonly official: Values };
};

/** Lists contradictions between the ledger and the suite, one sentence each. */
export function findFaults(claims: readonly Claim[], suite: Suite): string[] {
  return [
    ...claims.flatMap((claim) => claimFaults(claim, suite).map((fault) => `${claim.id}: ${fault}`)),
    ...repeatedIds(claims),
    ...suite.laws.flatMap((law) => lawFaults(law, claims)),
    ...unclaimedBehaviours(claims, suite),
  ];
}

function claimFaults(claim: Claim, suite: Suite): string[] {
  const { kind, guide, reason } = claim;
  const hasLaw = suite.laws.some((law) => law.claims.includes(claim.id));
  const untestable = kind === 'not-testable';
  return [
    !untestable && !hasLaw && 'it is testable, and has no law',
    untestable && hasLaw && 'it is not testable, and has a law',
    untestable && reason === null && 'it is not testable for no reason',
    guide !== null && !suite.sections.includes(guide) && `the guide has no section ${guide}`,
    agreementFault(claim),
    behaviourFault(claim, suite),
  ].filter((fault) => typeof fault === 'string');
}

/** Checks that the agreement compares the two sides if and only if both make a statement. */
function agreementFault({ guide, official, agreement, behaviour }: Claim): string | false {
  if (!possibleAgreements(guide !== null, official !== null).includes(agreement)) {
    return `the agreement ${agreement} does not go with who says something`;
  }
  return (
    agreement === 'agree' && behaviour !== null && `guide and official agree, and it has the behaviour ${behaviour}`
  );
}

function possibleAgreements(guide: boolean, official: boolean): Agreement[] {
  if (guide) return official ? ['agree', 'partly', 'diverge'] : ['unpublished'];
  return official ? ['guide silent'] : ['ours'];
}

/** Checks that expectations differ between profiles if and only if the behaviour's values do. */
function behaviourFault({ behaviour, expected }: Claim, { profiles }: Suite): string | false {
  const same = expected.guide === expected.official;
  if (behaviour === null) return !same && 'the profiles are expected to differ, and it has no behaviour';
  const [guide, official] = [profiles.guide[behaviour], profiles.official[behaviour]];
  if (guide === undefined || official === undefined) return `there is no behaviour ${behaviour}`;
  if (guide === official) return !same && `the profiles have the same ${behaviour}, and are expected to differ`;
  return same && `the profiles differ in ${behaviour}, and the same is expected of them`;
}

function repeatedIds(claims: readonly Claim[]): string[] {
  const ids = claims.map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id}: it is there twice`);
}

function lawFaults({ file, title, claims: named }: NamedLaw, claims: readonly Claim[]): string[] {
  if (named.length === 0) return [`${file}: "${title}" names no claim`];
  const unknown = named.filter((name) => !claims.some(({ id }) => id === name));
  return unknown.map((name) => `${file}: "${title}" names ${name}, which is not in the ledger`);
}

function unclaimedBehaviours(claims: readonly Claim[], { profiles }: Suite): string[] {
  const unclaimed = Object.keys(profiles.guide).filter((name) => !claims.some(({ behaviour }) => behaviour === name));
  return unclaimed.map((name) => `${name}: no claim has this behaviour`);
}
