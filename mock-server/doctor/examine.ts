import { UsageError } from '#openapi/text/usage-error.ts';
import { casesToAccept } from './accepted-cases.ts';
import { type Answer, deliver } from './deliver.ts';
import type { DoctorCase } from './doctor-case.ts';
import { doctorEvents } from './events.ts';
import { judge, type Verdict } from './judge.ts';
import { casesToRefuse } from './refused-cases.ts';

/** What a timer can hold, in milliseconds: 24 days. */
const longestTimeout = 2 ** 31 - 1;

/** How an endpoint is examined. */
export type DoctorOptions = {
  /** The secret that the endpoint verifies with. It appears in no report and no message. */
  secret: string;
  /** How long an answer may take, in milliseconds. Default: 5000, as with Paddle. */
  timeoutMs?: number | undefined;
  /** Equal seeds send equal events. A whole number from 0 to 4,294,967,295; another is a RangeError. Default: 1. */
  seed?: number | undefined;
  /** Milliseconds since 1970, for the signatures. Default: the wall clock. */
  now?: (() => number) | undefined;
  /** Is told of each case when it is done. */
  onCase?: ((result: CaseResult) => void) | undefined;
};

/** What came of a case. */
export type CaseResult = Pick<DoctorCase, 'id' | 'title' | 'expected'> & {
  /** One for each delivery of the case. */
  answers: readonly Answer[];
  verdict: Verdict;
  /** What to mend. Present where the verdict is not `ok`. */
  hint?: string;
};

/** What came of an examination. */
export type DoctorReport = {
  /** No wrong acceptance, and each valid delivery accepted. Warnings do not count. */
  passed: boolean;
  /** How many cases there are of each verdict. */
  counts: Readonly<Record<Verdict, number>>;
  cases: readonly CaseResult[];
};

/**
 * Sends good and bad deliveries to a webhook endpoint, one after another, and judges what it answers. The endpoint
 * takes the good ones for real, so examine one that keeps test data.
 *
 * @param url http or https; not one of Paddle's own hosts
 * @throws UsageError for a URL that cannot be examined, an empty secret, a timeout that is no whole number above 0, or if
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
