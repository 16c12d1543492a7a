import { UsageError } from '#openapi/usage-error.ts';
import { PaddleApiError } from './errors.ts';
import { fieldOf } from './json-field.ts';
import { defaultApiKey, readApiKey } from './state/api-keys.ts';

/** How a running mock is found, and spoken to. */
export type RunningMockOptions = {
  /** Base URL, without a slash at the end. */
  url: string;
  /** API key of the account. Default: that of the default account. */
  key?: string | undefined;
  /** What the mock's own `--control-token` is. */
  controlToken?: string | undefined;
};

/** What a mock answered: its status, and its JSON. */
type Answer = { status: number; json: unknown };

/** The mock is not there, or has no time. It may be later. */
export class MockUnavailable extends Error {
  override name = 'MockUnavailable';
}

/** The mock will not do what it was asked. */
export class MockRefusal extends Error {
  override name = 'MockRefusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const answerWithinMs = 5000;

/** A mock in another process, called over HTTP. */
export class RunningMock {
  readonly url: string;
  readonly #headers: Record<string, string>;

  /** @throws UsageError for a key that is none, or a live one */
  constructor({ url, key = defaultApiKey, controlToken }: RunningMockOptions) {
    this.url = url;
    this.#headers = {
      Authorization: `Bearer ${checkedKey(key)}`,
      ...(controlToken !== undefined && { 'X-Paddock-Control-Token': controlToken }),
    };
  }

  /**
   * Calls an operation, and answers its JSON; undefined where there is none.
   *
   * @throws MockUnavailable where there is no answer, or one that tells to come back
   * @throws MockRefusal for every other answer that is not a success
   */
  async call(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<unknown> {
    const { status, json } = await this.#send(method, path, body);
    if (status >= 200 && status < 300) return json;
    const message = `${messageIn(json) ?? `${method} ${path} answered ${status}. Is ${this.url} a Paddock?`}`;
    throw status === 429 || status >= 500 ? new MockUnavailable(message) : new MockRefusal(status, message);
  }

  async #send(method: string, path: string, body: object | undefined): Promise<Answer> {
    const headers = { ...this.#headers, ...(body && { 'Content-Type': 'application/json' }) };
    const signal = AbortSignal.timeout(answerWithinMs);
    try {
      const response = await fetch(this.url + path, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal,
      });
      return { status: response.status, json: parsed(await response.text()) };
    } catch (error) {
      throw new MockUnavailable(
        `${unreachable(this.url, error)} Start it with \`paddock start\`, or give its URL with --url.`,
      );
    }
  }
}

/** Answers the key. @throws UsageError for one that is none, or a live one */
export function checkedKey(key: string): string {
  try {
    return readApiKey(`Bearer ${key}`);
  } catch (error) {
    if (!(error instanceof PaddleApiError)) throw error;
    throw new UsageError(`Could not use the key: ${error.hint ?? error.message}`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What an error's envelope says, in one line: the control plane's or Paddle's. */
export function messageIn(json: unknown): string | undefined {
  const error = fieldOf(json, 'error');
  const detail = fieldOf(error, 'detail');
  if (typeof detail !== 'string') return undefined;
  const errors = fieldOf(error, 'errors');
  const fields = (Array.isArray(errors) ? errors : []).map(
    (each) => `${nameOf(fieldOf(each, 'field'))}: ${fieldOf(each, 'message')}`,
  );
  return [detail, ...fields].join(' ').replaceAll(/\s+/g, ' ');
}

/** Paddle calls a body as a whole `(root)`. */
function nameOf(field: unknown): unknown {
  return field === '(root)' ? 'the body' : field;
}

/** Says that a mock is not there, from what `fetch` failed with. */
export function unreachable(url: string, error: unknown): string {
  return `Could not reach Paddock at ${url}: ${reasonOf(error)}.`;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error))
    return error.name === 'TimeoutError' ? `no response within ${answerWithinMs / 1000} seconds` : error.message;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
