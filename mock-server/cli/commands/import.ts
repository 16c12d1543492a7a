import { MockRefusal, MockUnavailable } from '#openapi/control-plane/mock-failures.ts';
import { print, printError } from '#openapi/text/print.ts';
import { RunningMock, type RunningMockOptions } from '../../control-client/running-mock.ts';
import { readSource } from '../../imports/read-source.ts';
import type { ImportReport, RefusedRow } from '../../imports/report.ts';
import { counted } from '../../text/counted.ts';

/** Flags of `paddock import`. */
export type ImportFlags = RunningMockOptions & { events?: boolean };

/**
 * Adds a file's entities to a running mock, and prints the report. The exit code is 1 if a row was refused or nothing
 * was added.
 */
export async function importFile(file: string, { events, ...options }: ImportFlags): Promise<void> {
  const source = { ...(await readSource(file)), ...(events && { events: 'imported' }) };
  try {
    // The type comes from the control plane's document.
    const report = (await new RunningMock(options).call('POST', '/_paddock/import', source)) as ImportReport;
    // A line end in the file must not start a line of output.
    for (const line of linesOf(report)) print(line.replaceAll(/\s/g, ' '));
    if (report.refused.length > 0 || addedIn(report).length === 0) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof MockRefusal || error instanceof MockUnavailable)) throw error;
    printError(error.message);
    process.exitCode = 1;
  }
}

function linesOf(report: ImportReport): string[] {
  const { refused, notes } = report;
  const added = addedIn(report);
  if (added.length + refused.length === 0) return ['Added nothing: the file has no rows.'];
  return [
    `Added ${new Intl.ListFormat('en').format(added) || 'nothing'}; refused ${counted(refused.length, 'row')}.`,
    ...refused.flatMap(linesOfRefused),
    ...notes.map(({ about, rows, note }) => `Note: ${about} ${note} (${counted(rows, 'row')}).`),
  ];
}

function addedIn({ accepted }: ImportReport): string[] {
  return Object.entries(accepted)
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => `${number} ${number === 1 ? singular(kind) : kind}`);
}

function singular(kind: string): string {
  return kind.replace(/(?<=ss)es$|s$/, '');
}

function linesOfRefused({ row, id, faults }: RefusedRow): string[] {
  const [first, ...others] = faults.map(({ field, reason }) => (field === null ? reason : `${field}: ${reason}`));
  const title = `Refused row ${row}${id === null ? '' : ` (${id})`}:`;
  return others.length === 0 ? [`${title} ${first}`] : [title, ...[first, ...others].map((fault) => `  ${fault}`)];
}
