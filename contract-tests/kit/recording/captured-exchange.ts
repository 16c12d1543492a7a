import type { HttpExchange } from '#openapi/exchange/exchange.ts';

/**
 * One recorded exchange, without secrets, with `null` if there was no response, and with placeholders for values that differ between targets.
 *
 * | placeholder         | stands for                                                    |
 * | ------------------- | ------------------------------------------------------------- |
 * | `<ctm:1>`           | a Paddle ID; each has its number, counted by prefix           |
 * | `<email:1>`         | an email address                                              |
 * | `<key:1>`           | an API key                                                    |
 * | `<time>`            | any time in a response; times in requests are kept            |
 * | `<request_id>`      | any request ID                                                |
 * | `<base>`            | base URL of the target                                        |
 */
export type CapturedExchange = HttpExchange<CapturedRequest, CapturedResponse | null> & {
  /** From 1, in the order of the responses. */
  readonly number: number;
  /** Time of the request, by this machine's clock. */
  readonly recorded_at: string;
  readonly duration_ms: number;
  /** `operationId`; `null` if the contract has no such operation. */
  readonly operation: string | null;
  /** Violations of the contract, one sentence each. */
  readonly faults: { readonly request: readonly string[]; readonly response: readonly string[] };
};

export type CapturedRequest = {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Names and values, in order. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, else text; `null` without a body. */
  readonly body: unknown;
};

export type CapturedResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, else text; `null` without a body. */
  readonly body: unknown;
};
