import { print, printError } from '#openapi/text/print.ts';
import { contractOf } from '../contract/document.ts';
import { readProfile } from '../contract/read-profile.ts';
import { gradeTraffic, whyNotPassed } from '../kit/grading/grade.ts';
import { type MockAccount, trafficOfMock } from '../kit/grading/mock-traffic.ts';
import { trafficOfRecording } from '../kit/grading/recorded-traffic.ts';
import { renderGrade } from '../kit/grading/render-grade.ts';
import type { Traffic } from '../kit/grading/traffic.ts';
import { readRecording } from '../kit/recording/read-recording.ts';

/** Options of `paddock grade`. */
export type GradeFlags = MockAccount & { readonly minimum?: number; readonly json?: boolean };

/**
 * Grades an application by a recording, or by the journal of a running mock. The exit code is 1 if there is nothing to
 * grade, or the score is below the minimum.
 *
 * @throws UsageError for a folder without a recording, and if no mock responds.
 */
export async function grade(folder: string | undefined, flags: GradeFlags): Promise<void> {
  const traffic = folder === undefined ? await trafficOfMock(flags) : await readTraffic(folder);
  const found = gradeTraffic(traffic);
  if (flags.json) print(JSON.stringify(found, null, 2));
  else if (found.score !== null) print(renderGrade(found));
  const problem = whyNotPassed(found, flags.minimum);
  if (problem === null) return;
  printError(problem);
  process.exitCode = 1;
}

async function readTraffic(folder: string): Promise<Traffic> {
  const { profile, exchanges } = await readRecording(folder);
  return trafficOfRecording(exchanges, contractOf(await readProfile(profile)));
}
