import { claims } from '../claims/ledger.ts';
import type { SuiteRun } from '../suite/run-suite.ts';
import { reportLaw } from './law-report.ts';
import type { LawReport } from './report.ts';

/**
 * Reports on the claims about every exchange, which are checks without a law of their own: they hold if no exchange of
 * any law violates them, and have no verdict if the run ended early.
 *
 * @param only selected claims or laws; with a selection, only violated claims are reported.
 */
export function reportChecks(
  { results, endedEarly, target }: Pick<SuiteRun, 'results' | 'endedEarly' | 'target'>,
  only: readonly string[],
): LawReport[] {
  const requests = results.reduce((sum, result) => sum + result.requests, 0);
  return checks.flatMap(({ id, statement }) => {
    const title = `${id}: ${statement.replace(/^E/, 'e').replace(/^N/, 'n').replace(/\.$/, '')}`;
    const violating = results.find(({ failure }) => failure?.violates === id);
    if (violating) return reportLaw({ ...violating, title }, target);
    const noVerdict = requests === 0 ? 'no request was made' : endedEarly;
    const result = { title, failure: null, noVerdict, exchanges: [], requests, cases: requests, milliseconds: 0 };
    return only.length === 0 ? reportLaw(result, target) : [];
  });
}

/** Excludes `delivery`, which the target checks and reports when it is closed. */
const checks = claims.filter(({ area, id }) => area === 'Every exchange' && id !== 'delivery');
