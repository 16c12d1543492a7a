import type { ImportReport } from '../imports/import.ts';
import { readSource } from '../imports/read-source.ts';
import { MockRefusal, MockUnavailable, RunningMock, type RunningMockOptions } from '../running-mock.ts';

/** Adds a file's entities to a running mock, and prints what was accepted and refused. The exit code is 1 if a row was refused. */
export async function importFile(file: string, options: RunningMockOptions): Promise<void> {
  const source = await readSource(file);
  try {
    // The document says what is answered.
    const report = (await new RunningMock(options).call('POST', '/_paddock/import', source)) as ImportReport;
    for (const line of linesOf(report)) console.log(line);
    if (report.refused.length > 0) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof MockRefusal || error instanceof MockUnavailable)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

function linesOf({ accepted, refused }: ImportReport): string[] {
  const added = Object.entries(accepted)
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => `${number} ${kind}`);
  const refusals = refused.map(
    ({ row, id, field, reason }) =>
      `Refused row ${row}${id === null ? '' : ` (${id})`}: ${field === null ? '' : `${field}: `}${reason}`,
  );
  return [`Added ${added.join(', ') || 'nothing'}; refused ${refused.length} rows.`, ...refusals];
}
