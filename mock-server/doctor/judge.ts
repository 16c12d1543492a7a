import type { Answer } from './deliver.ts';
import type { DoctorCase } from './doctor-case.ts';

/**
 * `ok`: as expected. `warning`: not ideal, without certain harm. `not-accepted`: a valid delivery was not answered
 * with 200 in time, so Paddle would retry it. `wrong-acceptance`: an invalid delivery was answered with 2xx. Only the
 * last two fail an examination.
 */
export type Verdict = 'ok' | 'warning' | 'not-accepted' | 'wrong-acceptance';

type Expectation = Pick<DoctorCase, 'expected' | 'severity' | 'hint'>;

/** Judges the responses to a case, and returns advice. */
export function judge(
  { expected, severity, hint }: Expectation,
  answers: readonly Answer[],
): { verdict: Verdict; hint?: string } {
  if (expected === 'accept') {
    const wrong = answers.find((answer) => statusOf(answer) !== 200);
    if (wrong === undefined) return { verdict: 'ok' };
    if (severity === 'warning') return { verdict: 'warning', hint };
    return { verdict: 'not-accepted', hint: hintForAnswer(wrong) ?? hint };
  }
  if (answers.some((answer) => isSuccess(statusOf(answer)))) {
    return { verdict: severity === 'warning' ? 'warning' : 'wrong-acceptance', hint };
  }
  if (answers.every((answer) => 'status' in answer)) return { verdict: 'ok' };
  return {
    verdict: 'warning',
    hint: 'Answer what you refuse, for example with 401: no response looks like an outage.',
  };
}

function statusOf(answer: Answer): number | undefined {
  return 'status' in answer ? answer.status : undefined;
}

function isSuccess(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

/** Returns advice that depends on the response alone. */
function hintForAnswer(answer: Answer): string | undefined {
  if ('failure' in answer) {
    if (answer.failure === 'timeout') return 'Respond within five seconds: answer 200 first, then do the work.';
    return "The connection ended without a response. See the endpoint's log.";
  }
  const { status } = answer;
  // @evidence official: any other status counts as a failure
  if (isSuccess(status)) return `Answer 200: ${status} counts as a failure.`;
  if (status >= 300 && status < 400) return 'A redirect counts as a failure. Give the final URL.';
  if (status === 404 || status === 405) return 'This URL does not accept POST. Check its path.';
  if (status >= 500) return "The handler failed. See the endpoint's log.";
  return undefined;
}
