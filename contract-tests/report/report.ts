import type { RecordedExchange } from '../law/recorded-exchange.ts';

/**
 * Report of a run, as written to the JSON file; `report.schema.json` is its schema. Within a `format`, fields are only
 * added. Contains no secrets.
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
    /** Expected behaviours where the guide and Paddle disagree. */
    readonly behaviours: Readonly<Record<string, string>>;
  };
  readonly settings: ReportSettings;
  readonly totals: Totals;
  /** Reason for skipped laws, or `null`. */
  readonly ended_early: string | null;
  readonly claims: readonly ClaimReport[];
  /** Result of another judge, if there was one. */
  readonly judge?: JudgeReport;
};

export type ReportSettings = {
  readonly seed: number;
  /** Cases per property; `null` for each law's default. */
  readonly runs: number | null;
  readonly path: string | null;
  /** Selected claims or laws; empty for all. */
  readonly only: readonly string[];
};

export type Totals = {
  readonly claims: Readonly<Record<Verdict, number>>;
  readonly laws: number;
  readonly cases: number;
  readonly requests: number;
};

/** In the order of tables. */
export const verdicts = ['differs', 'cannot-tell', 'differs-as-expected', 'holds'] as const;
export type Verdict = (typeof verdicts)[number];

/** Display names of verdicts. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  differs: 'DIFFERS',
  'cannot-tell': "can't tell",
  'differs-as-expected': 'differs as expected',
  holds: 'holds',
};

export type ClaimReport = {
  readonly id: string;
  /** Text of the claim; `null` if the ledger does not know it. */
  readonly statement: string | null;
  readonly guide: string | null;
  readonly official: { readonly statement: string; readonly url: string } | null;
  readonly verdict: Verdict;
  /** Reason for the verdict, as a sentence. */
  readonly because: string;
  /** The baseline's entry for a claim that differs, or `null`. */
  readonly accepted: { readonly reason: string; readonly expires: string } | null;
  readonly laws: readonly LawReport[];
  /** Number of its laws that were not selected; absent in reports of earlier versions. */
  readonly laws_not_chosen?: number;
};

export type LawReport = {
  readonly title: string;
  readonly outcome: 'held' | 'broken' | 'no-verdict';
  /** Reason for a missing verdict, or `null`. */
  readonly no_verdict: string | null;
  readonly failure: FailureReport | null;
  readonly requests: number;
  readonly cases: number;
  readonly milliseconds: number;
  /** Those of the counterexample if the law is broken, else the last one of the last case. */
  readonly exchanges: readonly RecordedExchange[];
};

export type FailureReport = {
  readonly message: string;
  readonly expected: string | null;
  readonly received: string | null;
  readonly counterexample: string | null;
  /** Options of `paddock verify` that replay this case. */
  readonly replay: readonly string[];
};

export type JudgeReport = {
  /** Such as `Prism 5.16.0`. */
  readonly judge: string;
  /** Number of judged exchanges. */
  readonly exchanges: number;
  /** Number of exchanges on which it agrees with Paddock. */
  readonly agreed: number;
  readonly seconds: number;
  readonly disagreements: readonly DisagreementReport[];
  /** Known differences of the judge, with the number of exchanges in which they occurred. */
  readonly known: readonly { readonly name: string; readonly reason: string; readonly exchanges: number }[];
  /** Names of known differences that no longer occur in a complete run. */
  readonly needless: readonly string[];
};

/** A disagreement of the judge with Paddock, similar ones once. */
export type DisagreementReport = {
  /** Part of the exchange, such as `body`; `request` if the target accepted or refused it contrary to the judge. */
  readonly part: string;
  /** Violations found by the judge. */
  readonly judge_says: readonly string[];
  /** Violations found by Paddock's checks, or the response of the target. */
  readonly paddock_says: readonly string[];
  /** Number of exchanges with it. */
  readonly exchanges: number;
  /** One of them. */
  readonly exchange: RecordedExchange;
};
