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

/** Options of `paddock verify`. */
export type VerifyFlags = SuiteOptions & ReportFiles & { readonly baseline?: string };

/**
 * Runs the suite against a target, prints and writes the reports, and sets the exit code: 0 if everything is as
 * expected, 1 if a claim differs or nothing was checked, 3 if the baseline is out of date.
 *
 * @throws UsageError for options that cannot work.
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
