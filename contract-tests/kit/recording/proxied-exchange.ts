/** A request of an application and the target's answer, as they passed through. Nothing is hidden in it. */
export type ProxiedExchange = {
  /** When the request came. */
  readonly at: Date;
  readonly durationMs: number;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly requestHeaders: Headers;
  readonly requestBody: string;
  /** `null` where none came. */
  readonly answer: { readonly status: number; readonly headers: Headers; readonly text: string } | null;
};
