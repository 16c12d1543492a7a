import { print, printError } from '#openapi/print.ts';
import type { Conduct } from '../grading/conduct.ts';
import { conductOfMock, type MockAccount } from '../grading/conduct-of-mock.ts';
import { conductOfRecording } from '../grading/conduct-of-recording.ts';
import { gradeConduct, whyNotPassed } from '../grading/grade.ts';
import { renderGrade } from '../grading/render-grade.ts';
import { readRecording } from '../recording/read-recording.ts';
import { contractOf } from '../targets/document.ts';
import { readProfile } from '../targets/read-profile.ts';

/** What `paddock grade` was given. */
export type GradeFlags = MockAccount & { readonly minimum?: number; readonly json?: boolean };

/**
 * Grades an application by a recording, or by the journal of a running mock. The exit code is 1 for a score below the
 * minimum, and where there is nothing to grade by.
 *
 * @throws UsageError for a folder that is no recording, and where no mock answers.
 */
export async function grade(folder: string | undefined, flags: GradeFlags): Promise<void> {
  const conduct = folder === undefined ? await conductOfMock(flags) : await readConduct(folder);
  const found = gradeConduct(conduct);
  if (flags.json) print(JSON.stringify(found, null, 2));
  else if (found.score !== null) print(renderGrade(found));
  const problem = whyNotPassed(found, flags.minimum);
  if (problem === null) return;
  printError(problem);
  process.exitCode = 1;
}

async function readConduct(folder: string): Promise<Conduct> {
  const { profile, exchanges } = await readRecording(folder);
  return conductOfRecording(exchanges, contractOf(await readProfile(profile)));
}
