/** A request as it goes over the wire. */
export type RawRequest = {
  method: string;
  /** The request target, as it was meant. */
  target: string;
  bytes: Buffer;
  /** The operation that it is made for; for requests that are for none, what is hostile about it. */
  about: string;
  /** Whether the server can tell where it ends, so that another may follow on the connection. */
  isFramed: boolean;
  /** Whether it ends before it is whole. */
  isCutOff: boolean;
  /** Whether a fault may take its answer away: it asks for one itself, or its account has some. */
  mayBeReset: boolean;
};

/** The parts of a request that keeps to HTTP. */
export type RequestParts = {
  about: string;
  method: string;
  target: string;
  headers: Record<string, string>;
  body: string | Buffer | undefined;
  mayBeReset: boolean;
};

/** Prints a request that keeps to HTTP, whatever is in it. */
export function rawRequestOf({ about, method, target, headers, body, mayBeReset }: RequestParts): RawRequest {
  const bytes = Buffer.from(body ?? '');
  const length = body === undefined ? [] : [`Content-Length: ${bytes.length}`];
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`${method} ${target} HTTP/1.1`, ...lines, ...length].join('\r\n');
  return {
    about,
    method,
    target,
    bytes: Buffer.concat([Buffer.from(`${head}\r\n\r\n`), bytes]),
    isFramed: true,
    isCutOff: false,
    mayBeReset,
  };
}

/** Prints bytes that need not keep to HTTP. */
export function rawBytesOf(about: string, target: string, text: string | Buffer, isCutOff = false): RawRequest {
  const bytes = Buffer.from(text);
  const method = /^\S*/.exec(bytes.toString('latin1', 0, 32))?.[0] ?? '';
  return { about, method, target, bytes, isFramed: false, isCutOff, mayBeReset: false };
}
