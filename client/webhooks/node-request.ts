/** What is needed of a request of `node:http` or of Express. */
export interface NodeRequest extends AsyncIterable<unknown> {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** What a parser has made of the body. Bytes, of `express.raw`, and text, of `express.text`, are the body itself. */
  readonly body?: unknown;
  /** Where some platforms keep the body as it was sent. */
  readonly rawBody?: unknown;
  /** Whether someone has begun to read the body. */
  readonly readableDidRead?: boolean;
}

/** What is needed of a response of `node:http` or of Express. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(text: string): unknown;
}

/** A header by its lower-case name, also where the names have capitals, as in the plain objects of some platforms. */
export function headerIn(headers: NodeRequest['headers'], name: string): string | readonly string[] | undefined {
  return headers[name] ?? Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
}
