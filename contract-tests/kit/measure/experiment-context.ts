import { setTimeout } from 'node:timers/promises';
import type { Account, Answer } from '../../targets/account.ts';
import type { Capabilities } from '../../targets/target.ts';
import { describeAnswer } from './answers.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { Inconclusive } from './inconclusive.ts';

/** What is measured: an account whose answers nobody judges, and what can be done to it besides calling the API. */
export type Subject = {
  readonly account: Account;
  readonly can: Capabilities;
  /** Makes an email address that no customer of the account has. */
  freshEmail(): string;
};

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

type Headers = Readonly<Record<string, string>>;

/** What an experiment works with. */
export type ExperimentContext = Subject & {
  /**
   * Sends a request, again after a while where there were too many.
   *
   * @throws Inconclusive for an answer that is not about what was sent
   */
  send(method: Method, path: string, body?: unknown, headers?: Headers): Promise<Answer>;
  /** Lets time pass for the target: at once where its clock can be moved, and really where it cannot. */
  wait(milliseconds: number): Promise<void>;
  /** Sends a request once, even if it is one too many. */
  sendOnce(method: Method, path: string, body?: unknown, headers?: Headers): Promise<Answer>;
  /** Takes what was sent since the last time. */
  takeEvidence(): readonly Evidence[];
};

const repetitions = 5;

/**
 * Makes what sends requests to a subject and keeps them as evidence.
 *
 * @param sleep waits really, for so many milliseconds.
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
    for (let again = 0; answer.status === 429 && again < repetitions; again += 1) {
      await wait(1000 * Number(answer.headers.get('retry-after') ?? 1));
      answer = await sendOnce(method, path, body, headers);
    }
    if (tellsNothing(answer)) throw new Inconclusive(`${method} ${path} returned ${describeAnswer(answer)}`);
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

/** Whether an answer is about the key, the number of requests or the state of the target, and not about what was sent. */
function tellsNothing({ status }: Answer): boolean {
  return [401, 403, 429].includes(status) || status >= 500;
}
