import { UsageError } from '#openapi/text/usage-error.ts';
import { collectWithin, readWithin } from '../requests/read-within.ts';
import { headerIn, type NodeRequest } from './node-request.ts';
import { bytesOf, isRawBody } from './raw-body.ts';

export type BodyRead = { readonly bytes: Uint8Array } | 'too_large';

/**
 * Reads the body of a `Request`.
 *
 * @throws UsageError if it was already read.
 */
export async function readFetchBody(request: Request, maxBytes: number): Promise<BodyRead> {
  if (request.bodyUsed) {
    throw new UsageError(
      'Could not read the webhook: the body of the request was already read. Pass the request before anything reads it, ' +
        'or request.clone().',
    );
  }
  if (!request.body) return { bytes: new Uint8Array() };
  if (Number(request.headers.get('Content-Length')) > maxBytes) return 'too_large';
  return asRead(await readWithin(request.body, maxBytes));
}

/**
 * Reads the body of a request of `node:http` or Express: the raw body that `express.raw` left, or else the stream.
 *
 * @throws UsageError if a parser has consumed the stream and left no raw body.
 */
export async function readNodeBody(request: NodeRequest, maxBytes: number): Promise<BodyRead> {
  const raw = [request.rawBody, request.body].find(isRawBody);
  if (raw !== undefined) {
    const bytes = bytesOf(raw, 'read the webhook');
    return bytes.length > maxBytes ? 'too_large' : { bytes };
  }
  // Outside Node, where `readableDidRead` is missing, a body means that a parser has consumed the stream.
  if (request.readableDidRead ?? request.body !== undefined) {
    // Always throws here, with advice, since there is no raw body.
    return { bytes: bytesOf(request.body, 'read the webhook') };
  }
  if (Number(headerIn(request.headers, 'content-length')) > maxBytes) return 'too_large';
  // Not `for await`, since leaving it early destroys the connection before the response is sent.
  const chunks = request[Symbol.asyncIterator]();
  const next = async () => {
    const { done, value } = await chunks.next();
    return done ? undefined : bytesOf(value, 'read the webhook');
  };
  return asRead(await collectWithin(next, maxBytes));
}

function asRead(bytes: Uint8Array | null): BodyRead {
  return bytes ? { bytes } : 'too_large';
}
