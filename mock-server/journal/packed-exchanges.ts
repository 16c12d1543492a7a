import type { JournalEntry } from './journal.ts';

/** A buffer for several exchanges, with its used bytes and its number of exchanges. */
type Chunk = { bytes: Buffer; used: number; kept: number };

/** Fields that are equal in most exchanges of one client with one operation. */
type Common = Pick<
  JournalEntry,
  'method' | 'requestHeaders' | 'operationId' | 'unknownParameters' | 'fault' | 'status' | 'responseHeaders'
>;

/** An exchange with its texts in a chunk. Lengths are in characters; undefined for a missing body. */
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

export type ExchangeSummary = Pick<
  JournalEntry,
  'number' | 'requestId' | 'at' | 'durationMs' | 'method' | 'url' | 'operationId' | 'fault' | 'status'
>;

const smallestChunk = 4 * 1024;
const largestChunk = 64 * 1024;
/** Length of a response, in characters, from which copying costs more than writing twice. */
const longResponse = 2 * 1024;
/** Bytes of the two numbers in front of the texts. */
const numberBytes = 16;
const idLength = 36;

/**
 * Stores the texts of exchanges outside the garbage-collected heap. Otherwise a thousand exchanges would make the
 * collector copy ten thousand strings and objects repeatedly, and exceed the processor's caches.
 */
export class PackedExchanges {
  #chunk: Chunk | undefined;
  /** An empty chunk for reuse. */
  #spare: Chunk | undefined;
  #last: Common | undefined;

  /** Packs an exchange; returns long ones and those with other than ASCII characters unchanged. */
  pack(entry: JournalEntry): KeptExchange {
    const { requestId, url, requestBody, responseBody } = entry;
    if (requestId.length !== idLength) return entry;
    const params = JSON.stringify(entry.params);
    const before = requestId + url + params + (requestBody ?? '');
    // A long response is kept apart: joining it with the rest would copy it twice.
    const isLong = responseBody !== undefined && responseBody.length > longResponse;
    const text = isLong ? before : before + (responseBody ?? '');
    const length = numberBytes + before.length + (responseBody?.length ?? 0);
    if (length > largestChunk || !isAscii(text) || (isLong && !isAscii(responseBody))) return entry;
    const chunk = this.#chunkFor(length);
    const begin = chunk.used;
    chunk.bytes.writeDoubleLE(entry.at, begin);
    chunk.bytes.writeDoubleLE(entry.durationMs, begin + 8);
    chunk.bytes.write(text, begin + numberBytes, 'latin1');
    if (isLong) chunk.bytes.write(responseBody, begin + numberBytes + text.length, 'latin1');
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

  /** Frees the bytes of an exchange. */
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

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}

/** Returns an exchange without its parameters and bodies, which takes a fraction of the time. */
export function summaryOf(kept: KeptExchange): ExchangeSummary {
  if (!('chunk' in kept)) return kept;
  const { chunk, common, number, begin, urlLength } = kept;
  const { method, operationId, fault, status } = common;
  const textAt = begin + numberBytes;
  const text = chunk.bytes.toString('latin1', textAt, textAt + idLength + urlLength);
  return {
    number,
    at: chunk.bytes.readDoubleLE(begin),
    durationMs: chunk.bytes.readDoubleLE(begin + 8),
    requestId: text.slice(0, idLength),
    url: text.slice(idLength),
    method,
    operationId,
    fault,
    status,
  };
}

/** Restores an exchange. */
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
    // The text was serialised from an entry's params.
    params: JSON.parse(next(paramsLength)) as JournalEntry['params'],
    requestBody: requestLength === undefined ? undefined : next(requestLength),
    responseBody: responseLength === undefined ? undefined : next(responseLength),
    ...common,
  };
}

/** Returns the request's headers without unpacking. */
export function requestHeadersOf(kept: KeptExchange): readonly string[] {
  return 'chunk' in kept ? kept.common.requestHeaders : kept.requestHeaders;
}
