import { isObject } from '../document/json.ts';
import { UsageError } from '../text/usage-error.ts';

/** The mock is unreachable or overloaded. A later call may succeed. */
export class MockUnavailable extends UsageError {}

/** The mock refuses a request. */
export class MockRefusal extends UsageError {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Creates the error for an unsuccessful response. */
export function failureOf(url: string, request: Request, status: number, json: unknown): UsageError {
  const message =
    messageIn(json) ?? `${request.method} ${request.url.slice(url.length)} answered ${status}. Is ${url} a Paddock?`;
  return status === 429 || status >= 500 ? new MockUnavailable(message) : new MockRefusal(status, message);
}

/** Returns the message of an error body, the control plane's or Paddle's, in one line. */
function messageIn(json: unknown): string | undefined {
  const error = fieldOf(json, 'error');
  const detail = fieldOf(error, 'detail');
  if (typeof detail !== 'string') return undefined;
  const errors = fieldOf(error, 'errors');
  const fields = (Array.isArray(errors) ? errors : []).map(
    (each) => `${nameOf(fieldOf(each, 'field'))}: ${fieldOf(each, 'message')}`,
  );
  return [detail, ...fields].join(' ').replaceAll(/\s+/g, ' ');
}

function fieldOf(json: unknown, name: string): unknown {
  return isObject(json) ? json[name] : undefined;
}

function nameOf(field: unknown): unknown {
  return field === '(root)' ? 'the body' : field;
}

/** Returns the message for an unreachable mock, with the reason from the error of `fetch`. */
export function unreachable(url: string, error: unknown): string {
  return `Could not reach Paddock at ${url}: ${reasonOf(error)}.`;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.name === 'TimeoutError' ? 'no response in time' : error.message;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
