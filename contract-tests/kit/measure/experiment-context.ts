import { setTimeout } from 'node:timers/promises';
import type { Account, Answer } from '../../targets/account.ts';
import type { Capabilities } from '../../targets/target.ts';
import { codeOf, describeAnswer } from './answers.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { Inconclusive } from './inconclusive.ts';

/** The measured account, whose responses are not checked, and the capabilities of its target besides the API. */
export type Subject = {
  readonly account: Account;
  readonly can: Capabilities;
  /** Creates an unused email address. */
  freshEmail(): string;
};

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

type Headers = Readonly<Record<string, string>>;

/** Everything an experiment uses. */
export type ExperimentContext = Subject & {
  /**
   * Sends a request, and retries after a 429 about the rate of requests.
   *
   * @throws Inconclusive for 401, 403, such a 429 and server errors, which do not depend on what was sent.
   */
  send(method: Method, path: string, body?: unknown, headers?: Headers): Promise<Answer>;
  /** Advances the target's clock, or sleeps if it cannot be moved. */
  wait(milliseconds: number): Promise<void>;
  /** Sends a request without retrying a 429. */
  sendOnce(method: Method, path: string, body?: unknown, headers?: Headers): Promise<Answer>;
  /** Returns the exchanges since the last call. */
  takeEvidence(): readonly Evidence[];
};

const maxRetries = 5;

/**
 * Creates the context of experiments on a subject.
 *
 * @param sleep waits in real time.
 */
export function createContext(
  subject: Subject,
  sleep: (milliseconds: number) => Promise<unknown> = setTimeout,
): ExperimentContext {
  const { account, can } = subject;
  let evidence: Evidence[] = [];

  async function sendOnce(method: Method, path: string, body?: unknown, headers: Headers = {}): Promise<Answer> {
    const answer = await account.request(method, path, { body, headers });
    evidence.push(evidenceOf(method, path, body, answer));
    return answer;
  }

  async function send(method: Method, path: string, body?: unknown, headers?: Headers): Promise<Answer> {
    let answer = await sendOnce(method, path, body, headers);
    for (let again = 0; isTooFast(answer) && again < maxRetries; again += 1) {
      await wait(1000 * Number(answer.headers.get('retry-after') ?? 1));
      answer = await sendOnce(method, path, body, headers);
    }
    if (isUnrelated(answer)) throw new Inconclusive(`${method} ${path} returned ${describeAnswer(answer)}`);
    return answer;
  }

  async function wait(milliseconds: number): Promise<void> {
    if (can.clock) await can.clock.advance(account, { milliseconds });
    else await sleep(milliseconds);
  }

  return {
    ...subject,
    send,
    wait,
    sendOnce,
    takeEvidence() {
      const taken = evidence;
      evidence = [];
      return taken;
    },
  };
}

/** Returns true for a response about the key, the rate or the state of the target instead of the request. */
function isUnrelated(answer: Answer): boolean {
  return [401, 403].includes(answer.status) || answer.status >= 500 || isTooFast(answer);
}

/** Returns true for a 429 that does not depend on the entity. */
function isTooFast(answer: Answer): boolean {
  return answer.status === 429 && !String(codeOf(answer)).startsWith('subscription_');
}
