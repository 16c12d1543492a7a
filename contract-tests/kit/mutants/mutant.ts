/** A request to the API, or to a destination of webhooks, before it is sent on. */
export type ProxiedRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Buffer;
};

/** What came back. */
export type ProxiedResponse = { readonly status: number; readonly headers: Headers; readonly body: Buffer };

/** Sends a request on: to the mock, or to the destination. A defect may do so never, or more than once. */
export type Forward = (request: ProxiedRequest) => Promise<ProxiedResponse>;

/** What a mutant does in the place of sending a request on. */
export type Interceptor = (request: ProxiedRequest, forward: Forward) => Promise<ProxiedResponse>;

/** What is wrong with a server, as long as it runs. */
export type Defect = {
  /** With its API. Default: nothing. */
  readonly api?: Interceptor;
  /** With the webhooks that it sends. Default: nothing. */
  readonly delivery?: Interceptor;
  /** The requests that `api` concerns, such as `PATCH /customers/*`. Default: any. */
  readonly route?: string;
};

/** A named defect of a server like Paddle's. */
export type Mutant = {
  readonly name: string;
  /** What the server does, in the words of someone who finds it out. */
  readonly description: string;
  /** Claims whose laws are tried first. Any law may find the mutant: this saves time, and decides nothing. */
  readonly breaks: readonly string[];
  /** The profile whose promises it breaks. Default: both. */
  readonly profile?: 'guide' | 'official';
  /** Begins the defect, without any memory of what was before. */
  readonly start: () => Defect;
};
