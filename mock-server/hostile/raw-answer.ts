/** A response as received. */
export type RawAnswer = {
  status: number;
  /** By name in lower case. Of a repeated header, the last value. */
  headers: ReadonlyMap<string, string>;
  text: string;
  /** True if the connection takes another request. */
  isKept: boolean;
};

type Head = Omit<RawAnswer, 'text'>;

/** Parses a response from its chunks. */
export class AnswerReader {
  readonly #hasBody: boolean;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #head: Head | undefined;

  /** @param method the request's method: responses to HEAD have no body */
  constructor(method: string) {
    this.#hasBody = method !== 'HEAD';
  }

  get hasBegun(): boolean {
    return this.#bytes > 0 || this.#head !== undefined;
  }

  /** Adds a chunk, and returns the response once it is complete. */
  take(chunk: Buffer): RawAnswer | undefined {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    this.#head ??= this.#readHead();
    return this.#head && this.#readBody(this.#head);
  }

  /** Returns the response that the end of the connection completes. */
  end(): RawAnswer | undefined {
    const head = this.#head;
    const isOpenEnded = head && !head.headers.has('content-length') && !head.headers.has('transfer-encoding');
    return isOpenEnded ? { ...head, isKept: false, text: this.#rest().toString('utf8') } : undefined;
  }

  #rest(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  #readHead(): Head | undefined {
    for (;;) {
      const rest = this.#rest();
      const end = rest.indexOf('\r\n\r\n');
      if (end === -1) return undefined;
      const head = headOf(rest.toString('latin1', 0, end));
      const left = rest.subarray(end + 4);
      this.#chunks = [left];
      this.#bytes = left.length;
      // 100 Continue precedes the response.
      if (head.status >= 200) return head;
    }
  }

  #readBody(head: Head): RawAnswer | undefined {
    if (!this.#hasBody || head.status === 204 || head.status === 304) return { ...head, text: '' };
    // A stream of events has no end; its head is the answer.
    if (isEventStream(head)) return { ...head, isKept: false, text: '' };
    const length = head.headers.get('content-length');
    if (length !== undefined) {
      return this.#bytes < Number(length)
        ? undefined
        : { ...head, text: this.#rest().toString('utf8', 0, Number(length)) };
    }
    const text = head.headers.has('transfer-encoding') ? unchunked(this.#rest()) : undefined;
    return text === undefined ? undefined : { ...head, text };
  }
}

/** Checks whether a response is server-sent events, which end with the connection. */
export function isEventStream({ headers }: Pick<RawAnswer, 'headers'>): boolean {
  return headers.get('content-type')?.startsWith('text/event-stream') ?? false;
}

function headOf(text: string): Head {
  const [statusLine = '', ...lines] = text.split('\r\n');
  const headers = new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return {
    status: Number(statusLine.split(' ')[1]),
    headers,
    isKept: headers.get('connection') !== 'close' && statusLine.startsWith('HTTP/1.1'),
  };
}

/** Decodes a chunked body; undefined until its last chunk has arrived. */
function unchunked(body: Buffer): string | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = body.indexOf('\r\n', at);
    if (lineEnd === -1) return undefined;
    const size = Number.parseInt(body.toString('latin1', at, lineEnd), 16);
    const begin = lineEnd + 2;
    if (body.length < begin + size + 2) return undefined;
    if (size === 0) return Buffer.concat(parts).toString('utf8');
    parts.push(body.subarray(begin, begin + size));
    at = begin + size + 2;
  }
}
