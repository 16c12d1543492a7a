import { UsageError } from '#openapi/text/usage-error.ts';
import { casesToAccept } from './accepted-cases.ts';
import { type Answer, deliver } from './deliver.ts';
import type { DoctorCase } from './doctor-case.ts';
import { doctorEvents } from './events.ts';
import { judge, type Verdict } from './judge.ts';
import { casesToRefuse } from './refused-cases.ts';

/** Maximum of a timer, in milliseconds: 24 days. */
const longestTimeout = 2 ** 31 - 1;

/** Options of an examination. */
export type DoctorOptions = {
  /** The endpoint's secret. It appears in no report and no message. */
  secret: string;
  /** Timeout of a response, in milliseconds. Default: 5000, as with Paddle. */
  timeoutMs?: number | undefined;
  /** Seed of the events, an integer from 0 to 4,294,967,295; others are a RangeError. Default: 1. */
  seed?: number | undefined;
  /** Returns milliseconds since 1970, for the signatures. Default: the wall clock. */
  now?: (() => number) | undefined;
  /** Called with each finished case. */
  onCase?: ((result: CaseResult) => void) | undefined;
};

/** Result of a case. */
export type CaseResult = Pick<DoctorCase, 'id' | 'title' | 'expected'> & {
  /** One response for each delivery of the case. */
  answers: readonly Answer[];
  verdict: Verdict;
  /** Advice. Present unless the verdict is `ok`. */
  hint?: string;
};

/** Result of an examination. */
export type DoctorReport = {
  /** True if no invalid delivery was accepted, and each valid one was. Warnings do not count. */
  passed: boolean;
  /** Number of cases by verdict. */
  counts: Readonly<Record<Verdict, number>>;
  cases: readonly CaseResult[];
};

/**
 * Sends valid and invalid deliveries to a webhook endpoint, one after another, and checks its responses. The endpoint
 * processes the valid ones like any other, so examine one with test data.
 *
 * @param url http or https; not one of Paddle's own hosts
 * @throws UsageError for a URL that cannot be examined, an empty secret, a timeout that is not a positive integer, or
 * if
 * there is no connection to the endpoint
 * @example
 * ```ts
 * const { passed, cases } = await examine('http://localhost:3000/webhooks', { secret });
 * ```
 */
export async function examine(url: string, options: DoctorOptions): Promise<DoctorReport> {
  const { secret, timeoutMs = 5000, seed = 1, now = Date.now, onCase = () => {} } = options;
  if (secret === '') throw misuse('the secret is empty. Give the secret that the endpoint verifies signatures with.');
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > longestTimeout) {
    throw misuse('the timeout must be a positive whole number of milliseconds.');
  }
  const endpoint = readUrl(url);
  const events = doctorEvents(seed);
  const cases: CaseResult[] = [];
  for (const { attempts, ...expectation } of [...casesToAccept(secret, events), ...casesToRefuse(secret, events)]) {
    const answers: Answer[] = [];
    for (const attempt of attempts) {
      const answer = await deliver(endpoint, attempt(Math.floor(now() / 1000)), timeoutMs);
      if (cases.length === 0 && 'failure' in answer && answer.failure === 'unreachable') {
        throw misuse(`it cannot be reached (${answer.reason}). Start it, or correct the URL.`);
      }
      answers.push(answer);
    }
    const { id, title, expected } = expectation;
    const result = { id, title, expected, answers, ...judge(expectation, answers) };
    cases.push(result);
    onCase(result);
  }
  const counts = countVerdicts(cases);
  return { passed: counts['wrong-acceptance'] + counts['not-accepted'] === 0, counts, cases };
}

function readUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw misuse('the URL does not start with http or https. Correct it.');
  if (url.username !== '' || url.password !== '') throw misuse('the URL contains a password. Remove it.');
  if (/(^|\.)paddle\.com\.?$/.test(url.hostname)) throw misuse("the URL is Paddle's. Give the URL of your endpoint.");
  return url;
}

function misuse(reason: string): UsageError {
  return new UsageError(`Could not test the endpoint: ${reason}`);
}

function countVerdicts(cases: readonly CaseResult[]): Record<Verdict, number> {
  const counts = { ok: 0, warning: 0, 'not-accepted': 0, 'wrong-acceptance': 0 };
  for (const { verdict } of cases) counts[verdict] += 1;
  return counts;
}
