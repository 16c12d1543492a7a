import { claims } from '../claims/ledger.ts';
import type { SuiteRun } from '../suite/run-suite.ts';
import { reportLaw } from './law-report.ts';
import type { LawReport } from './report.ts';

/**
 * What is said of the claims about every exchange, which no law is about: they hold where no law came across an
 * exchange that breaks them. Where laws were left out, nobody knows what they would have come across.
 *
 * @param only what was chosen; where something was, only what is broken is told.
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

/** Webhooks are looked at by the target, which says so itself when it is closed. */
const checks = claims.filter(({ area, id }) => area === 'Every exchange' && id !== 'delivery');
