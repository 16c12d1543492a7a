import { createPaddleClient, type PaddleClient } from '#client/index.ts';
import type { Contract } from '../contract/document.ts';
import type { ErrorBody, OperationId, Success } from '../contract/operations.ts';
import { asFetch, type Send } from '../contract/send.ts';
import type { Target } from './target.ts';

/** One account of a target. */
export type Account = Caller & { readonly target: Target };

/** Calls the API with the key of an account. */
export type Caller = {
  readonly apiKey: string;
  readonly baseUrl: string;
  /** Paddock's own client, without retries, so that a violation shows at once. */
  readonly client: PaddleClient;
  /** `fetch` with the checks, for other clients. */
  readonly fetch: typeof fetch;
  /** Sends any request, valid or not, with the key unless `headers.authorization` is set; `null` omits the header. */
  request(method: string, path: string, parts?: RequestParts): Promise<Answer>;
  /** Calls an operation and returns its response, successful or not. */
  send(operation: OperationId, parameters?: Parameters): Promise<Answer>;
  /**
   * Calls an operation and returns the body of its success.
   *
   * @throws Error if the request is refused.
   */
  call<Id extends OperationId>(operation: Id, parameters?: Parameters): Promise<Success<Id>>;
  /**
   * Calls an operation and returns its refusal.
   *
   * @throws Error if the request succeeds.
   */
  refusal(operation: OperationId, parameters?: Parameters): Promise<Refusal>;
};

export type RequestParts = {
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent unchanged, as `application/json` unless the headers say otherwise. */
  readonly rawBody?: string;
};

/** Path, query and body of a call, valid or not. */
export type Parameters = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly body?: unknown;
};

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };
export type Refusal = ErrorBody['error'] & { readonly status: number; readonly headers: Headers };

type Place = { baseUrl: string; apiKey: string; contract: Contract; send: Send };

/** @param send runs the checks, unless the target is unchecked. */
export function createAccount(target: Target, apiKey: string, send: Send): Account {
  return { ...createCaller({ ...target, apiKey, send }), target };
}

export function createCaller({ baseUrl, apiKey, contract, send: direct }: Place): Caller {
  const fetch = asFetch(direct);
  const request: Caller['request'] = async (method, path, { headers = {}, body, rawBody } = {}) => {
    const payload = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    const all = Object.entries({
      authorization: `Bearer ${apiKey}`,
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    }).filter((header): header is [string, string] => header[1] !== null);
    const url = new URL(`${baseUrl}${path}`);
    const response = await direct({ method, url, headers: new Headers(all), body: payload ?? '' });
    const text = response.body;
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  };

  async function send(id: OperationId, { path = {}, query = {}, body }: Parameters = {}): Promise<Answer> {
    const operation = contract.operations.find((candidate) => candidate.id === id);
    if (!operation)
      throw new Error(`Could not call ${id}: the target's contract does not have it. Ask for the behaviour first.`);
    const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
    return request(operation.method, search.size ? `${filled}?${search}` : filled, body === undefined ? {} : { body });
  }

  return {
    apiKey,
    baseUrl,
    client: createPaddleClient({ apiKey, environment: new URL(baseUrl), fetch, retry: { maxAttempts: 1 } }),
    fetch,
    request,
    send,
    async call<Id extends OperationId>(id: Id, parameters?: Parameters) {
      const { status, body } = await send(id, parameters);
      if (status >= 400) throw new Error(`${id} was refused with ${status}: ${JSON.stringify(body)}`);
      // The checks validated the body against the schema that this type is generated from.
      return body as Success<Id>;
    },
    async refusal(id, parameters) {
      const { status, headers, body } = await send(id, parameters);
      if (status < 400) throw new Error(`${id} was not refused but returned ${status}: ${JSON.stringify(body)}`);
      // The checks validate every refusal against the error schema.
      return { ...(body as ErrorBody).error, status, headers };
    },
  };
}

/** The refusal in the response to a raw request. */
export function refusalIn({ status, headers, body }: Answer): Refusal {
  if (status < 400) throw new Error(`The request was not refused but returned ${status}: ${JSON.stringify(body)}`);
  // The checks validate every refusal against the error schema.
  return { ...(body as ErrorBody).error, status, headers };
}
