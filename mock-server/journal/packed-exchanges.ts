import type { JournalEntry } from './journal.ts';

/** Bytes that exchanges share, how many are used, and how many exchanges are kept in them. */
type Chunk = { bytes: Buffer; used: number; kept: number };

/** What the exchanges of one client with one operation have in common. */
type Common = Pick<
  JournalEntry,
  'method' | 'requestHeaders' | 'operationId' | 'unknownParameters' | 'fault' | 'status' | 'responseHeaders'
>;

/** An exchange whose texts are bytes of a chunk. Lengths are in characters, undefined for a body that is not there. */
export type PackedExchange = {
  chunk: Chunk;
  common: Common;
  number: number;
  begin: number;
  urlLength: number;
  paramsLength: number;
  requestLength: number | undefined;
  responseLength: number | undefined;
};

export type KeptExchange = JournalEntry | PackedExchange;

const smallestChunk = 4 * 1024;
const largestChunk = 64 * 1024;
/** Two numbers come before the texts. */
const numberBytes = 16;
const idLength = 36;

/**
 * Keeps the texts of exchanges outside of the garbage collector's heap. A thousand kept exchanges would make it copy ten
 * thousand strings and objects again and again, and use more memory than the processor's caches hold.
 */
export class PackedExchanges {
  #chunk: Chunk | undefined;
  /** A chunk of which nothing is kept any more. */
  #spare: Chunk | undefined;
  #last: Common | undefined;

  /** The exchange in few bytes, or itself where that cannot be: for long texts, and those that are not ASCII. */
  pack(entry: JournalEntry): KeptExchange {
    const { requestId, url, requestBody, responseBody } = entry;
    if (requestId.length !== idLength) return entry;
    const params = JSON.stringify(entry.params);
    const text = requestId + url + params + (requestBody ?? '') + (responseBody ?? '');
    const length = numberBytes + text.length;
    if (length > largestChunk || Buffer.byteLength(text) !== text.length) return entry;
    const chunk = this.#chunkFor(length);
    const begin = chunk.used;
    chunk.bytes.writeDoubleLE(entry.at, begin);
    chunk.bytes.writeDoubleLE(entry.durationMs, begin + 8);
    chunk.bytes.write(text, begin + numberBytes, 'latin1');
    chunk.used += length;
    chunk.kept += 1;
    return {
      chunk,
      common: this.#commonOf(entry),
      number: entry.number,
      begin,
      urlLength: url.length,
      paramsLength: params.length,
      requestLength: requestBody?.length,
      responseLength: responseBody?.length,
    };
  }

  /** Gives the bytes of an exchange back. */
  forget(kept: KeptExchange): void {
    if (!('chunk' in kept)) return;
    const { chunk } = kept;
    chunk.kept -= 1;
    if (chunk.kept === 0 && chunk !== this.#chunk) this.#spare = chunk;
  }

  clear(): void {
    this.#chunk = undefined;
    this.#spare = undefined;
    this.#last = undefined;
  }

  #chunkFor(length: number): Chunk {
    const chunk = this.#chunk;
    if (chunk && chunk.used + length <= chunk.bytes.length) return chunk;
    const size = Math.min(largestChunk, Math.max(length, chunk ? 2 * chunk.bytes.length : smallestChunk));
    const spare = this.#spare;
    this.#spare = undefined;
    const bytes = spare && spare.bytes.length >= length ? spare.bytes : Buffer.allocUnsafeSlow(size);
    this.#chunk = { bytes, used: 0, kept: 0 };
    return this.#chunk;
  }

  #commonOf({ method, requestHeaders, operationId, unknownParameters, fault, status, responseHeaders }: JournalEntry) {
    const last = this.#last;
    const isSame =
      last?.requestHeaders === requestHeaders &&
      last.method === method &&
      last.operationId === operationId &&
      last.unknownParameters === unknownParameters &&
      last.fault === fault &&
      last.status === status &&
      last.responseHeaders === responseHeaders;
    if (isSame) return last;
    this.#last = { method, requestHeaders, operationId, unknownParameters, fault, status, responseHeaders };
    return this.#last;
  }
}

/** The exchange as it was packed. */
export function unpack(kept: KeptExchange): JournalEntry {
  if (!('chunk' in kept)) return kept;
  const { chunk, common, number, begin, urlLength, paramsLength, requestLength, responseLength } = kept;
  const { bytes } = chunk;
  let at = begin + numberBytes;
  const next = (length: number) => {
    at += length;
    return bytes.toString('latin1', at - length, at);
  };
  return {
    number,
    at: bytes.readDoubleLE(begin),
    durationMs: bytes.readDoubleLE(begin + 8),
    requestId: next(idLength),
    url: next(urlLength),
    // The text was made of an entry's.
    params: JSON.parse(next(paramsLength)) as JournalEntry['params'],
    requestBody: requestLength === undefined ? undefined : next(requestLength),
    responseBody: responseLength === undefined ? undefined : next(responseLength),
    ...common,
  };
}

/** The headers of an exchange's request. */
export function requestHeadersOf(kept: KeptExchange): readonly string[] {
  return 'chunk' in kept ? kept.common.requestHeaders : kept.requestHeaders;
}
