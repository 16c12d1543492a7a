/** A claim of Paddle's API that is held against a target, or the reason why it cannot be. */
export type Claim = {
  /** What the title of each of its laws begins with; for a law of every exchange, the name of the check's file. */
  readonly id: string;
  /** The heading that it stands under, such as `Customers`. */
  readonly area: string;
  /** What is claimed: by the integration guide, or, where that is silent, by Paddle. */
  readonly statement: string;
  /** The section of the guide that claims it, or `null` where the guide is silent. */
  readonly guide: string | null;
  /** What Paddle publishes about it, or `null` where nothing is. */
  readonly official: { readonly statement: string; readonly url: string } | null;
  readonly kind: ClaimKind;
  /** How the guide compares with what Paddle publishes. */
  readonly agreement: Agreement;
  /** The behaviour whose value decides what is expected, or `null` where both profiles do the same. */
  readonly behaviour: string | null;
  /** Why it is not testable, or which capability of a target testing it needs. */
  readonly reason: string | null;
  /** What a target does, on each profile, in a phrase. */
  readonly expected: { readonly guide: string; readonly official: string };
};

/** What a claim is about: a shape, what happens, a number, a webhook; `not-testable` comes with a reason. */
export type ClaimKind = 'schema' | 'behaviour' | 'limit' | 'event' | 'not-testable';

/** The first three where both sides say something; else which side does not. `ours` is what neither says. */
export type Agreement = 'agree' | 'partly' | 'diverge' | 'guide silent' | 'unpublished' | 'ours';

/** The ledger: all claims, and the sections of the guide that they may name. */
export type Ledger = { readonly sections: readonly string[]; readonly claims: readonly Claim[] };
