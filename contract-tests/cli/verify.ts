import { createRedactor } from '#openapi/exchange/redact.ts';
import { print } from '#openapi/text/print.ts';
import { acceptKnown, driftOf, readBaseline } from '../report/baseline.ts';
import { buildReport } from '../report/build-report.ts';
import { renderSummary } from '../report/formats/summary.ts';
import { outcomeOf } from '../report/outcome.ts';
import { checkOutputs } from '../report/output-files.ts';
import { createProgress } from '../report/progress.ts';
import { outputsOf, type ReportFiles, writeReports } from '../report/write-reports.ts';
import { runSuite, type SuiteOptions } from '../suite/run-suite.ts';

/** What `paddock verify` was given. */
export type VerifyFlags = SuiteOptions & ReportFiles & { readonly baseline?: string };

/**
 * Holds a target to the contract, says what came of it, and sets the exit code: 0 as expected, 1 a broken promise, or
 * nothing to tell by, 3 a baseline that is out of date.
 *
 * @throws UsageError where the options cannot work.
 */
export async function verify(flags: VerifyFlags): Promise<void> {
  const { seed, runs = null, path = null, only = [], baseline, key } = flags;
  await checkOutputs(outputsOf(flags));
  const entries = baseline === undefined ? [] : await readBaseline(baseline);
  const known = entries.map(({ claim }) => claim);
  const run = await runSuite(flags, known, createProgress(process.stderr));
  const today = run.startedAt.toISOString().slice(0, 10);
  const found = acceptKnown(buildReport(run, { seed, runs, path, only }), entries, today);
  const keys = [key, process.env['PADDLE_SANDBOX_API_KEY']].flatMap((secret) => secret || []);
  const report = createRedactor(keys)(found);
  const outcome = outcomeOf(report, driftOf(report, entries, today));
  await writeReports(report, outcome, flags);
  print(renderSummary(report, outcome));
  process.exitCode = outcome.exitCode;
}
