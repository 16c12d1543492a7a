import type { RecordedExchange } from '../law/recorded-exchange.ts';

/**
 * What came of one run. This is the JSON file, of which `report.schema.json` tells the same to programs; within a
 * `format`, fields are only added. No secret is in it.
 */
export type Report = {
  readonly format: 1;
  readonly paddock: string;
  /** RFC 3339. */
  readonly started_at: string;
  readonly seconds: number;
  readonly target: {
    readonly name: string;
    readonly url: string;
    /** What was expected of it where the guide and Paddle's published material disagree. */
    readonly behaviours: Readonly<Record<string, string>>;
  };
  readonly settings: ReportSettings;
  readonly totals: Totals;
  /** Why laws were left out, or `null` where none were. */
  readonly ended_early: string | null;
  readonly claims: readonly ClaimReport[];
  /** What another judge says of the exchanges, where there was one. */
  readonly judge?: JudgeReport;
};

export type ReportSettings = {
  readonly seed: number;
  /** Cases of each property; `null` for as many as each law wants. */
  readonly runs: number | null;
  readonly path: string | null;
  /** Claims or laws that were chosen; empty for all. */
  readonly only: readonly string[];
};

export type Totals = {
  readonly claims: Readonly<Record<Verdict, number>>;
  readonly laws: number;
  readonly cases: number;
  readonly requests: number;
};

/** In the order in which tables show them. */
export const verdicts = ['differs', 'cannot-tell', 'differs-as-expected', 'holds'] as const;
export type Verdict = (typeof verdicts)[number];

/** How verdicts are called where people read them. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  differs: 'DIFFERS',
  'cannot-tell': "can't tell",
  'differs-as-expected': 'differs as expected',
  holds: 'holds',
};

export type ClaimReport = {
  readonly id: string;
  /** What is claimed, or `null` where the ledger does not know the claim. */
  readonly statement: string | null;
  readonly guide: string | null;
  readonly official: { readonly statement: string; readonly url: string } | null;
  readonly verdict: Verdict;
  /** Why this is the verdict, in a sentence. */
  readonly because: string;
  /** What the baseline says of a claim that differs, or `null`. */
  readonly accepted: { readonly reason: string; readonly expires: string } | null;
  readonly laws: readonly LawReport[];
  /** How many laws about it were not chosen, so that they did not run. Reports of earlier versions do not say. */
  readonly laws_not_chosen?: number;
};

export type LawReport = {
  readonly title: string;
  readonly outcome: 'held' | 'broken' | 'no-verdict';
  /** Why there is no verdict, or `null`. */
  readonly no_verdict: string | null;
  readonly failure: FailureReport | null;
  readonly requests: number;
  readonly cases: number;
  readonly milliseconds: number;
  /** The counterexample's where the law is broken, else the last one of its last case. */
  readonly exchanges: readonly RecordedExchange[];
};

export type FailureReport = {
  readonly message: string;
  readonly expected: string | null;
  readonly received: string | null;
  readonly counterexample: string | null;
  /** Options of `paddock verify` that try this case again. */
  readonly replay: readonly string[];
};

export type JudgeReport = {
  /** Such as `Prism 5.16.0`. */
  readonly judge: string;
  /** How many exchanges it judged. */
  readonly exchanges: number;
  /** Of how many it says what Paddock says. */
  readonly agreed: number;
  readonly seconds: number;
  readonly disagreements: readonly DisagreementReport[];
  /** Where the judge is known to see something otherwise, why, and in how many exchanges it did. */
  readonly known: readonly { readonly name: string; readonly reason: string; readonly exchanges: number }[];
  /** Those of them that no exchange of a whole run shows any more. */
  readonly needless: readonly string[];
};

/** What the judge sees otherwise than Paddock, alike cases once. */
export type DisagreementReport = {
  /** What of the exchange it is about, such as `body`; `request` where the target took or refused it. */
  readonly part: string;
  /** What the judge finds wrong; empty where it finds nothing. */
  readonly judge_says: readonly string[];
  /** What Paddock's checks find wrong, or what the target did; empty where they find nothing. */
  readonly paddock_says: readonly string[];
  /** How many exchanges show it. */
  readonly exchanges: number;
  /** One of them. */
  readonly exchange: RecordedExchange;
};
