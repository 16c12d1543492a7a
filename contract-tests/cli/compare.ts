import { print } from '#openapi/text/print.ts';
import { claimHistories } from '../report/claim-histories.ts';
import { renderRun } from '../report/formats/summary.ts';
import { renderTable } from '../report/formats/table.ts';
import { checkOutputs, writeOutput } from '../report/output-files.ts';
import { readReport } from '../report/read-report.ts';
import { verdictNames } from '../report/report.ts';

/** Options of `paddock compare`. */
export type CompareFlags = { readonly html?: string };

/**
 * Prints the claims whose verdict differs between the last two runs. The exit code is 3 if there are any.
 *
 * @param files JSON reports, oldest first.
 * @throws UsageError for a file that is not a report.
 */
export async function compare(files: readonly string[], { html }: CompareFlags): Promise<void> {
  await checkOutputs([{ option: '--html', path: html, is: 'file' }]);
  const reports = await Promise.all(files.map(readReport));
  const changed = claimHistories(reports).filter((history) => history.changed);
  const rows = changed.map(({ claim, verdicts }): string[] => [
    claim.id,
    verdicts.map((verdict) => (verdict === null ? 'no claim' : verdictNames[verdict])).join(' → '),
    claim.because,
  ]);
  print(reports.map(renderRun).join('\n'));
  print(rows.length === 0 ? '\nNo claim changed.' : `\n${renderTable(rows)}`);
  if (html !== undefined) await writeOutput(html, (await import('../report/page/page.ts')).renderPage(reports));
  if (rows.length > 0) process.exitCode = 3;
}
