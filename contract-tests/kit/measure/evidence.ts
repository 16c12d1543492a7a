import type { Answer } from '../../targets/account.ts';
import { valueAt } from './answers.ts';

/** One exchange of an experiment, as stored in the profile file. */
export type Evidence = {
  /** Method, path and query. */
  readonly request: string;
  /** Request body, or `null`. */
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
  /** `null` if the response had none. */
  readonly request_id: string | null;
  /** `Retry-After` and `X-RateLimit-*` of the response. */
  readonly headers: Readonly<Record<string, string>>;
};

const longestText = 500;
const tellingHeader = /^(retry-after|x-ratelimit-.*)$/;

export function evidenceOf(method: string, path: string, body: unknown, answer: Answer): Evidence {
  const id = answer.headers.get('request-id') ?? valueAt(answer.body, 'meta', 'request_id');
  return {
    request: `${method} ${path}`,
    body: shorten(body),
    status: answer.status,
    answer: shorten(answer.body),
    request_id: typeof id === 'string' ? id : null,
    headers: Object.fromEntries([...answer.headers].filter(([name]) => tellingHeader.test(name))),
  };
}

/** Replaces a long value by the beginning of its JSON. */
function shorten(value: unknown): unknown {
  const text = JSON.stringify(value) ?? 'null';
  return text.length > longestText ? `${text.slice(0, longestText)}… (${text.length} characters)` : (value ?? null);
}
