import type { IncomingMessage } from 'node:http';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { badRequest, type PaddleApiError, paddleError } from '../../errors/errors.ts';

/** Receives the bytes of a body, or the error. */
type Done = (refusal: PaddleApiError | undefined, bytes: Buffer) => void;

const nothing = Buffer.alloc(0);

const decoders = new Map([
  ['gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/**
 * Reads and decompresses the body of a request. Rejects one that is too large as soon as that is known, and leaves the
 * rest unread, so the caller must close the connection.
 *
 * @throws PaddleApiError
 */
export function readBytes(request: IncomingMessage, bytesAtMost: number): Promise<Buffer> {
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
  const createDecoder = decoders.get(encoding);
  return new Promise((resolve, reject) => {
    const done: Done = (refusal, bytes) => (refusal ? reject(refusal) : resolve(bytes));
    // A request without a body has no events.
    if (request.readableEnded) done(undefined, nothing);
    else if (!createDecoder && encoding !== 'identity') done(paddleError('unsupported_media_type'), nothing);
    else if (Number(request.headers['content-length']) > bytesAtMost)
      done(paddleError('request_body_too_large'), nothing);
    else if (createDecoder) decode(request, createDecoder(), bytesAtMost, done);
    else collect(request, bytesAtMost, done);
  });
}

function decode(request: IncomingMessage, decoder: Transform, bytesAtMost: number, done: Done): void {
  // `pipe` does not pass errors on.
  request.once('error', (error) => decoder.destroy(error));
  collect(request.pipe(decoder), bytesAtMost, (refusal, bytes) => {
    request.unpipe(decoder);
    decoder.destroy();
    done(refusal, bytes);
  });
}

function collect(stream: Readable, bytesAtMost: number, done: Done): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const end = (refusal?: PaddleApiError) => {
    stream.off('data', take).off('end', end).pause();
    // Later errors are ignored.
    stream.off('error', fail).on('error', () => {});
    done(refusal, refusal ? nothing : join(chunks));
  };
  const fail = () => end(badRequest());
  const take = (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > bytesAtMost) end(paddleError('request_body_too_large'));
  };
  stream.on('data', take).on('end', end).on('error', fail);
}

/** Joins the chunks; most bodies have one, which is not copied. */
function join(chunks: readonly Buffer[]): Buffer {
  const [first] = chunks;
  return first && chunks.length === 1 ? first : Buffer.concat(chunks);
}
