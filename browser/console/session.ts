import { signal } from '@preact/signals';

/** Key of the default account, which is public: every well-formed sandbox key is accepted. */
export const defaultApiKey = 'pdl_sdbx_apikey_01kpadd0ck0000000000000000_PaddockSandboxDefault0_000';

/** The account that the console shows. Kept in the page only: neither in an address nor in a storage. */
export type Account = { apiKey: string; controlToken: string };

export const account = signal<Account>({ apiKey: defaultApiKey, controlToken: '' });

/** A request of the console itself. */
export type Call = { number: number; method: string; path: string; body: unknown; status: number; durationMs: number };

/** The latest calls, newest first. */
export const calls = signal<readonly Call[]>([]);

/** The call that the button under the pointer or the focus would make. */
export const planned = signal<Pick<Call, 'method' | 'path' | 'body'> | undefined>(undefined);

const callsAtMost = 30;
let callCount = 0;

/** A refusal of the control plane or of the API. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** Returns the headers that carry the account. */
export function headersOf({ apiKey, controlToken }: Account): Record<string, string> {
  return {
    Authorization: `Bearer ${apiKey}`,
    ...(controlToken !== '' && { 'X-Paddock-Control-Token': controlToken }),
  };
}

/**
 * Calls the control plane or the API and returns the JSON of the response.
 *
 * @param isQuiet leaves the call out of the list, for what is asked again every second
 * @throws Refusal for any status but success
 */
export async function call<Answer>(method: string, path: string, body?: unknown, isQuiet = false): Promise<Answer> {
  const began = performance.now();
  const response = await fetch(path, {
    method,
    headers: {
      ...headersOf(account.value),
      ...(body !== undefined && body !== null && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && body !== null && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!isQuiet) {
    callCount += 1;
    const made = {
      number: callCount,
      method,
      path,
      body: body ?? null,
      status: response.status,
      durationMs: performance.now() - began,
    };
    calls.value = [made, ...calls.value].slice(0, callsAtMost);
    planned.value = undefined;
  }
  const answer: unknown = text === '' ? undefined : parsed(text);
  if (!response.ok) throw refusalOf(response.status, answer);
  // Both servers answer as their documents say.
  return answer as Answer;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function refusalOf(status: number, answer: unknown): Refusal {
  const error = Object(Object(answer).error);
  const detail = typeof error.detail === 'string' ? error.detail : `The server answered ${status}.`;
  const fields = Array.isArray(error.errors)
    ? error.errors.map((each: unknown) => ` ${Object(each).field}: ${Object(each).message}.`).join('')
    : '';
  return new Refusal(status, typeof error.code === 'string' ? error.code : String(status), detail + fields);
}
