import type { ClaimReport, LawReport } from './report.ts';

/** A broken law, and what shows that it is. */
export type BrokenLaw = {
  readonly law: LawReport;
  /** What is known, a line each: what was expected, the counterexample, request IDs. */
  readonly evidence: readonly string[];
  /** The command line that tries the same again. */
  readonly replay: string;
};

/** Explains a claim that differs: why, in a sentence, and each of its laws that is broken. */
export function describeDifference({ because, accepted, laws }: ClaimReport): {
  sentence: string;
  laws: readonly BrokenLaw[];
} {
  const known = accepted ? ` Known until ${accepted.expires}: ${accepted.reason}` : '';
  return { sentence: because + known, laws: laws.filter(({ outcome }) => outcome === 'broken').map(describeLaw) };
}

/** Collects what shows that a law is broken. */
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
