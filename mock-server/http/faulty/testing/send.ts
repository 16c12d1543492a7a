import type { PaddockAccount } from '../../../index.ts';

/** The response to a request, or `no answer` if the connection broke. */
export type Outcome = { status: number; headers: Headers; text: string } | 'no answer';

/** Sends a request with an account's key, and reads the whole response. */
export async function send(
  { url, apiKey }: Pick<PaddockAccount, 'url' | 'apiKey'>,
  method: string,
  path: string,
  { body, fault, headers = {} }: { body?: object; fault?: string; headers?: Record<string, string> } = {},
): Promise<Outcome> {
  try {
    const response = await fetch(url + path, {
      method,
      headers: {
        Authorization: `Bearer ${apiKey}`,
        ...(body && { 'Content-Type': 'application/json' }),
        ...(fault !== undefined && { 'X-Paddock-Fault': fault }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    // Nothing but a broken connection makes `fetch` reject with it.
    if (error instanceof TypeError) return 'no answer';
    throw error;
  }
}

/** Returns the status of an outcome; 0 without a response. */
export function statusOf(outcome: Outcome): number {
  return outcome === 'no answer' ? 0 : outcome.status;
}

/** The JSON of an answer. */
export function jsonOf(outcome: Outcome) {
  if (outcome === 'no answer') throw new Error('There is no answer.');
  return JSON.parse(outcome.text);
}
