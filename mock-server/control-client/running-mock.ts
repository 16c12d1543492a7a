import { type ControlClient, createControlClient } from '#openapi/control-plane/control-client.ts';
import { parseJson } from '#openapi/document/json.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { PaddleApiError } from '../errors/errors.ts';
import { defaultApiKey, readApiKey } from '../state/api-keys.ts';

/** A running mock, and the account to use. */
export type RunningMockOptions = {
  /** Base URL, without a trailing slash. */
  url: string;
  /** API key of the account. Default: that of the default account. */
  key?: string | undefined;
  /** The mock's `--control-token`. */
  controlToken?: string | undefined;
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** The client's method for operations whose path is known only at run time. */
type Call = (method: string, path: string, init: object) => Promise<{ data?: unknown }>;

const answerWithinMs = 5000;

/** A mock in another process, called over HTTP: the API and the control plane, by path. */
export class RunningMock {
  readonly #client: ControlClient;

  /** @throws UsageError for a malformed or live key */
  constructor({ url, key = defaultApiKey, controlToken }: RunningMockOptions) {
    const access = { url, apiKey: checkedKey(key), controlToken, fetch: fetchInTime };
    this.#client = createControlClient(access, 'Start it with `paddock start`, or give its URL with --url.');
  }

  /**
   * Calls an operation, and returns its JSON; undefined if there is none.
   *
   * @throws MockUnavailable without a response, or for one that asks to retry
   * @throws MockRefusal for any other response that is not a success
   */
  async call(method: Method, path: string, body?: object): Promise<unknown> {
    const { data } = await (this.#client.request as Call)(method.toLowerCase(), path, { body, parseAs: 'text' });
    return typeof data === 'string' ? parseJson(data) : undefined;
  }
}

function fetchInTime(request: Request): Promise<Response> {
  return fetch(request, { redirect: 'manual', signal: AbortSignal.timeout(answerWithinMs) });
}

/** Returns the key. @throws UsageError for a malformed or live one */
export function checkedKey(key: string): string {
  try {
    return readApiKey(`Bearer ${key}`);
  } catch (error) {
    if (!(error instanceof PaddleApiError)) throw error;
    throw new UsageError(`Could not use the key: ${error.hint ?? error.message}`);
  }
}
