import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../generated/control.ts';
import { failureOf, MockUnavailable, unreachable } from './mock-failures.ts';

/** Typed client of the control plane for the account of one API key. Read responses with {@link answerOf}. */
export type ControlClient = Client<paths, 'application/json'>;

/** Access to the control plane. */
export type ControlAccess = {
  /** Base URL, without a trailing slash. */
  url: string;
  /** An API key of the account. */
  apiKey: string;
  /** Control token of the mock, if it has one. */
  controlToken?: string | undefined;
  /** Sends requests. Default: the runtime's `fetch`. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
};

/**
 * Creates a client of the control plane. Its calls reject with a MockRefusal or a MockUnavailable.
 *
 * @param advice Advice in the error if the mock is unreachable.
 */
export function createControlClient(
  { url, apiKey, controlToken, fetch }: ControlAccess,
  advice = 'Start it, or correct the URL.',
): ControlClient {
  const client = createClient<paths, 'application/json'>({
    baseUrl: url,
    headers: {
      Authorization: `Bearer ${apiKey}`,
      ...(controlToken !== undefined && { 'X-Paddock-Control-Token': controlToken }),
    },
    // Looked up for each request, since tests may replace the global `fetch`.
    fetch: fetch ?? ((request) => globalThis.fetch(request)),
  });
  client.use({
    onError: ({ error }) => new MockUnavailable(`${unreachable(url, error)} ${advice}`),
    onResponse: ({ request, response }) => refuseRefusal(url, request, response),
  });
  return client;
}

async function refuseRefusal(url: string, request: Request, response: Response): Promise<undefined> {
  if (response.ok) return undefined;
  const json: unknown = await response.json().catch(() => undefined);
  throw failureOf(url, request, response.status, json);
}

/** Returns the JSON of a response, typed by the operation. */
export async function answerOf<Data>(call: Promise<{ data: Data } | { data?: never; error: unknown }>): Promise<Data> {
  const answer = await call;
  // Unreachable, since the client throws for error responses.
  if ('error' in answer) throw new Error('A refusal of the control plane was not thrown.');
  return answer.data;
}
