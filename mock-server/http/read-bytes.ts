import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { badRequest, type PaddleApiError, requestBodyTooLarge, unsupportedMediaType } from '../errors.ts';

const decoders = new Map([
  ['gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/**
 * Reads the body of a request, decompressed. One that is too long is refused as soon as that is known, and the rest of it
 * is not read: the answer then closes the connection.
 */
export function readBytes(
  request: IncomingMessage,
  bytesAtMost: number,
  done: (refusal: PaddleApiError | undefined, bytes: Buffer) => void,
): void {
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
  const decoder = decoders.get(encoding)?.();
  if (!decoder && encoding !== 'identity') return done(unsupportedMediaType(), nothing);
  if (Number(request.headers['content-length']) > bytesAtMost) return done(requestBodyTooLarge(), nothing);
  const end = (refusal: PaddleApiError | undefined, bytes = nothing) => {
    stop();
    done(refusal, bytes);
  };
  const stop = collect(decoder ? request.pipe(decoder) : request, bytesAtMost, end);
  // Of a connection that ends too early, a decoder learns nothing.
  if (decoder) request.once('error', () => end(badRequest()));
}

const nothing = Buffer.alloc(0);

/** Collects what a stream gives, up to so many bytes. Answers what ends that. */
function collect(
  stream: Readable,
  bytesAtMost: number,
  end: (refusal: PaddleApiError | undefined, bytes?: Buffer) => void,
): () => void {
  const chunks: Buffer[] = [];
  let length = 0;
  let isOver = false;
  stream.on('data', (chunk: Buffer) => {
    if (isOver) return;
    length += chunk.length;
    chunks.push(chunk);
    if (length > bytesAtMost) end(requestBodyTooLarge());
  });
  stream.once('end', () => !isOver && end(undefined, join(chunks)));
  stream.once('error', () => !isOver && end(badRequest()));
  return () => {
    isOver = true;
    stream.pause();
  };
}

/** Most bodies come in one piece, which need not be copied. */
function join(chunks: readonly Buffer[]): Buffer {
  const [first] = chunks;
  return first && chunks.length === 1 ? first : Buffer.concat(chunks);
}
