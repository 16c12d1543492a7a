/**
 * One exchange as it is kept: without secrets, and with placeholders for what another target will have otherwise.
 *
 * | placeholder         | stands for                                                    |
 * | ------------------- | ------------------------------------------------------------- |
 * | `<ctm:1>`           | a Paddle ID; each has its number, counted by prefix           |
 * | `<email:1>`         | an email address                                              |
 * | `<key:1>`           | an API key                                                    |
 * | `<time>`            | any time in an answer; times in requests are kept             |
 * | `<request_id>`      | any request ID                                                |
 * | `<base>`            | where the target is                                           |
 */
export type CapturedExchange = {
  /** From 1, in the order of the answers. */
  readonly number: number;
  /** When the request came, by the clock of this machine. */
  readonly recorded_at: string;
  readonly duration_ms: number;
  /** `operationId`, or `null` where the contract has no such path and method. */
  readonly operation: string | null;
  readonly request: CapturedRequest;
  /** `null` where no response came. */
  readonly response: CapturedResponse | null;
  /** What did not fit the contract, a sentence each. */
  readonly faults: { readonly request: readonly string[]; readonly response: readonly string[] };
};

export type CapturedRequest = {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Names and values, in their order. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; text where it is none; `null` for nothing. */
  readonly body: unknown;
};

export type CapturedResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; text where it is none; `null` for nothing. */
  readonly body: unknown;
};
