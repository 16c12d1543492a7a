/** A claim about Paddle's API that targets are tested for, or the reason why it is not testable. */
export type Claim = {
  /** Prefix of the titles of its laws, or the file name of its check in `checks/`. */
  readonly id: string;
  /** Heading in the ledger, such as `Customers`. */
  readonly area: string;
  /** The claim of the integration guide or, if the guide is silent, of Paddle. */
  readonly statement: string;
  /** Section of the guide, or `null` if the guide is silent. */
  readonly guide: string | null;
  /** Paddle's published statement, or `null`. */
  readonly official: { readonly statement: string; readonly url: string } | null;
  readonly kind: ClaimKind;
  /** Comparison of the guide with Paddle's statement. */
  readonly agreement: Agreement;
  /** Behaviour that determines the expectation, or `null` if both profiles behave alike. */
  readonly behaviour: string | null;
  /** Reason why it is not testable, or the capability of a target that testing needs. */
  readonly reason: string | null;
  /** Expected behaviour on each profile, as a phrase. */
  readonly expected: { readonly guide: string; readonly official: string };
};

/** Subject of a claim: a shape, a behaviour, a number or a webhook. `not-testable` has a reason. */
export type ClaimKind = 'schema' | 'behaviour' | 'limit' | 'event' | 'not-testable';

/** The first three apply if both sides make a statement, `ours` if neither does. */
export type Agreement = 'agree' | 'partly' | 'diverge' | 'guide silent' | 'unpublished' | 'ours';

/** All claims, and the sections of the guide that they may refer to. */
export type Ledger = { readonly sections: readonly string[]; readonly claims: readonly Claim[] };
