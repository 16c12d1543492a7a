/** The part of a request of `node:http` or Express that the handler reads. */
export interface NodeRequest extends AsyncIterable<unknown> {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body as a parser left it: bytes from `express.raw` or text from `express.text` are the raw body. */
  readonly body?: unknown;
  /** The raw body on some serverless platforms. */
  readonly rawBody?: unknown;
  /** True once the stream has been read from. */
  readonly readableDidRead?: boolean;
}

/** The part of a response of `node:http` or Express that the handler writes. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(text: string): unknown;
}

/** Finds a header by its lower-case name in any letter case, since some platforms pass plain objects. */
export function headerIn(headers: NodeRequest['headers'], name: string): string | readonly string[] | undefined {
  return headers[name] ?? Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
}
