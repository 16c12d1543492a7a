/** What a fault does to a request that it takes. Several may be combined where they make sense together. */
export type FaultAct = {
  /**
   * Answers with an error instead of processing the request: one of Paddle's published codes, or 429, 500, 502, 503 or
   * 540 for the code that Paddle has for that status.
   */
  error?: string | number | undefined;
  /** `Retry-After` of the error, in seconds. Default: 1 for `too_many_requests`, and none for others. */
  retryAfter?: number | undefined;
  /** Holds the answer back, in real milliseconds. What the request does is done before. */
  delayMs?: number | undefined;
  /** Up to so many milliseconds more, drawn at random by `seed`. */
  jitterMs?: number | undefined;
  /** So many milliseconds more for each byte of the answer's body. */
  delayMsPerByte?: number | undefined;
  /** Resets the connection instead of answering: before the request is processed, or after it was. */
  reset?: 'before' | 'after' | undefined;
  /**
   * Spoils the body of the answer: breaks off in its midst (`truncated`), is complete but no JSON (`broken_json`), is
   * called `text/html` (`wrong_content_type`), or is a 200 with nothing (`empty`; an error keeps its status).
   */
  body?: 'truncated' | 'broken_json' | 'wrong_content_type' | 'empty' | undefined;
  /** Answers a GET with each entity's version before its last change. */
  stale?: boolean | undefined;
  /** Processes a POST twice, one right after the other, and answers with what the second came to. */
  duplicate?: boolean | undefined;
};

/** Which requests a fault is for. All that is given has to fit. */
export type FaultMatch = {
  /** Operation of the document, such as `createCustomer`. */
  operationId?: string | undefined;
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE' | undefined;
  /** Pattern of the path: `*` stands for anything but a slash, `**` for anything. */
  path?: string | undefined;
  /** ID of an entity in the path. */
  entityId?: string | undefined;
  /** A header that the request has; without a value, any will do. */
  header?: { name: string; value?: string | undefined } | undefined;
};

/** When a fault acts, of the requests that it is for. At most one of these; without any, always. */
export type FaultTiming = {
  /** On the first so many. */
  first?: number | undefined;
  /** On this one only, counted from 1. */
  nth?: number | undefined;
  /** On each so-manieth. */
  every?: number | undefined;
  /** At random: from just above 0 to 1. */
  probability?: number | undefined;
  /** What `probability` and `jitterMs` are drawn by: the same for the same seed and order of requests. Default: 0. */
  seed?: number | undefined;
};

/** Something that goes wrong on purpose. */
export type Fault = FaultMatch & FaultTiming & FaultAct;

/** A fault of an account, and what came of it. */
export type FaultState = {
  id: string;
  fault: Fault;
  /** How many requests it was for. */
  matched: number;
  /** How many it acted on. */
  hits: number;
};
