import { request } from 'undici';
import type { Target } from '../../../targets/target.ts';
import { type ParsedBody, parseBody } from '../../recording/testing/parse-body.ts';
import { type Grade, gradeTraffic } from '../grade.ts';
import { trafficOfMock } from '../mock-traffic.ts';

/** An application that calls a mock and is graded. */
export type Application = {
  /** Sends a request, with the recommended headers unless others are given. Rejects if the connection is reset. */
  readonly send: (method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<ParsedBody>;
  /** Sends a request to the control plane. */
  readonly control: (method: string, path: string, body: object) => Promise<ParsedBody>;
  /** Advances the account's clock. */
  readonly wait: (seconds: number) => Promise<unknown>;
  readonly grade: () => Promise<Grade>;
};

const identity = { 'user-agent': 'shop/1.0', 'paddle-version': '1' };

/** Creates an application with its own account and a running clock. */
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
