/** A request of an application and the target's response, as the proxy saw them. Secrets are not redacted. */
export type ProxiedExchange = {
  /** Time of the request. */
  readonly at: Date;
  readonly durationMs: number;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly requestHeaders: Headers;
  readonly requestBody: string;
  /** `null` without a response. */
  readonly answer: { readonly status: number; readonly headers: Headers; readonly text: string } | null;
};
