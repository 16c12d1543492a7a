import { request } from 'undici';
import type { Target } from '../../../targets/target.ts';
import { type ParsedBody, parseBody } from '../../recording/testing/parse-body.ts';
import { type Grade, gradeTraffic } from '../grade.ts';
import { trafficOfMock } from '../mock-traffic.ts';

/** An application that calls a mock, as well or as badly as a test wants. */
export type Application = {
  /** Sends a request, with all headers that it should have unless others are given. Rejects for a cut connection. */
  readonly send: (method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<ParsedBody>;
  /** Tells the mock what to do. */
  readonly control: (method: string, path: string, body: object) => Promise<ParsedBody>;
  /** Lets time pass on the account's clock. */
  readonly wait: (seconds: number) => Promise<unknown>;
  readonly grade: () => Promise<Grade>;
};

const identity = { 'user-agent': 'shop/1.0', 'paddle-version': '1' };

/** Makes an application with an account of its own, whose clock goes. */
export async function createApplication(target: Target): Promise<Application> {
  const { apiKey } = target.newAccount();

  async function send(method: string, path: string, body?: object, headers: Record<string, string> = identity) {
    const answer = await request(`${target.baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, ...(body && { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return parseBody(await answer.body.text());
  }

  const control: Application['control'] = (method, path, body) => send(method, `/_paddock/${path}`, body);
  await control('PUT', 'clock', { frozen: false });
  return {
    send,
    control,
    wait: (seconds) => control('POST', 'clock/advance', { seconds }),
    grade: async () => gradeTraffic(await trafficOfMock({ url: target.baseUrl, key: apiKey })),
  };
}
