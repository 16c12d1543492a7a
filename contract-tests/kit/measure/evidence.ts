import type { Answer } from '../../targets/account.ts';
import { valueAt } from './answers.ts';

/** One exchange of an experiment, as the profile file keeps it. */
export type Evidence = {
  /** Method, path and query. */
  readonly request: string;
  /** What was sent, or `null`. */
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
  /** By which the target's operator finds it again, or `null` where the answer had none. */
  readonly request_id: string | null;
  /** The answer's headers about rates and times, where it had some. */
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

/** The value, or the beginning of its JSON where that is longer than anyone reads. */
function shorten(value: unknown): unknown {
  const text = JSON.stringify(value) ?? 'null';
  return text.length > longestText ? `${text.slice(0, longestText)}… (${text.length} characters)` : (value ?? null);
}
