import type { ClaimReport, LawReport } from './report.ts';

/** A broken law with its evidence. */
export type BrokenLaw = {
  readonly law: LawReport;
  /** Expected and received value, counterexample and request IDs, one line each. */
  readonly evidence: readonly string[];
  /** Command line that replays the failure. */
  readonly replay: string;
};

/** Explains a claim that differs: the reason, as a sentence, and its broken laws. */
export function describeDifference({ because, accepted, laws }: ClaimReport): {
  sentence: string;
  laws: readonly BrokenLaw[];
} {
  const known = accepted ? ` Known until ${accepted.expires}: ${accepted.reason}` : '';
  return { sentence: because + known, laws: laws.filter(({ outcome }) => outcome === 'broken').map(describeLaw) };
}

/** Collects the evidence of a broken law. */
export function describeLaw(law: LawReport): BrokenLaw {
  const { failure, exchanges } = law;
  const [, ...more] = (failure?.message ?? '').split('\n');
  const ids = exchanges.flatMap(({ request_id }) => request_id ?? []);
  const evidence = [
    ...more,
    ...(failure?.expected == null ? [] : [`expected: ${failure.expected}`, `received: ${failure.received}`]),
    ...(failure?.counterexample == null ? [] : [`counterexample: ${failure.counterexample}`]),
    ...(ids.length === 0 ? [] : [`request IDs: ${ids.slice(-5).join(', ')}`]),
  ];
  return { law, evidence, replay: `paddock verify ${(failure?.replay ?? []).map(shellWord).join(' ')}` };
}

function shellWord(text: string): string {
  return /^[\w:.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
