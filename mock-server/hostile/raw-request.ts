/** A request as sent. */
export type RawRequest = {
  method: string;
  /** The intended request target. */
  target: string;
  bytes: Buffer;
  /** The operation, or the hostile feature of a request for none. */
  about: string;
  /** True if the server can tell where it ends, so that another may follow on the connection. */
  isFramed: boolean;
  /** True if it ends before it is complete. */
  isCutOff: boolean;
  /** True if a fault may abort its response: it asks for one itself, or its account has some. */
  mayBeReset: boolean;
};

/** Parts of a request that is valid HTTP. */
export type RequestParts = {
  about: string;
  method: string;
  target: string;
  headers: Record<string, string>;
  body: string | Buffer | undefined;
  mayBeReset: boolean;
};

/** Prints a request as valid HTTP, whatever its content. */
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

/** Prints bytes that need not be valid HTTP. */
export function rawBytesOf(about: string, target: string, text: string | Buffer, isCutOff = false): RawRequest {
  const bytes = Buffer.from(text);
  const method = /^\S*/.exec(bytes.toString('latin1', 0, 32))?.[0] ?? '';
  return { about, method, target, bytes, isFramed: false, isCutOff, mayBeReset: false };
}
