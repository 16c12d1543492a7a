import { acceptKnown, driftOf, readBaseline } from '../report/baseline.ts';
import { outcomeOf } from '../report/outcome.ts';
import { createRedactor } from '../report/redact.ts';
import { renderSummary } from '../report/summary.ts';
import { writeReports, type ReportFiles } from '../report/write-reports.ts';
import { runSuite, type SuiteOptions } from '../runner/run-suite.ts';

/** What `paddock verify` was given. */
export type VerifyFlags = SuiteOptions & ReportFiles & { readonly baseline?: string };

/**
 * Holds a target to the contract, says what came of it, and sets the exit code: 0 as expected, 1 a broken promise, or
 * nothing to tell by, 3 a baseline that is out of date.
 *
 * @throws UsageError where the options cannot work.
 */
export async function verify(flags: VerifyFlags): Promise<void> {
  const entries = flags.baseline === undefined ? [] : await readBaseline(flags.baseline);
  const found = await runSuite(flags);
  const today = new Date().toISOString().slice(0, 10);
  const redact = createRedactor(flags.key === undefined ? [] : [flags.key]);
  const report = redact(acceptKnown(found, entries, today));
  const drift = driftOf(report, entries, today);
  const outcome = outcomeOf(report, drift);
  await writeReports(report, flags);
  console.log(renderSummary(report, outcome));
  process.exitCode = outcome.exitCode;
}
