import { UsageError } from '../usage-error.ts';
import { headerIn, type NodeRequest } from './node-request.ts';
import { bytesOf, isRawBody } from './raw-body.ts';

/** The body of a request, or that it is larger than allowed. */
export type BodyRead = { readonly bytes: Uint8Array } | 'too_large';

/**
 * Reads the body of a `Request`.
 *
 * @throws UsageError where someone has read it already.
 */
export async function readFetchBody(request: Request, maxBytes: number): Promise<BodyRead> {
  if (request.bodyUsed) {
    throw new UsageError(
      'Could not read the webhook: the body of the request was read before. Pass the request before anything reads it, ' +
        'or request.clone().',
    );
  }
  const reader = request.body?.getReader();
  if (!reader || Number(request.headers.get('Content-Length')) > maxBytes) return reader ? 'too_large' : empty();
  const read = await collect(async () => (await reader.read()).value, maxBytes);
  if (read === 'too_large') await reader.cancel();
  return read;
}

/**
 * Reads the body of a request of `node:http` or Express: what `express.raw` has left of it, else the stream.
 *
 * @throws UsageError where a parser has read the stream and left no raw body.
 */
export async function readNodeBody(request: NodeRequest, maxBytes: number): Promise<BodyRead> {
  const raw = [request.rawBody, request.body].find(isRawBody);
  if (raw !== undefined) {
    const bytes = bytesOf(raw, 'read the webhook');
    return bytes.length > maxBytes ? 'too_large' : { bytes };
  }
  // Without `readableDidRead`, as outside Node, a body is the sign that a parser was here.
  if (request.readableDidRead ?? request.body !== undefined) {
    // Throws, as it is no raw body, and says what to do.
    return { bytes: bytesOf(request.body, 'read the webhook') };
  }
  if (Number(headerIn(request.headers, 'content-length')) > maxBytes) return 'too_large';
  // Not `for await`: leaving that early destroys the connection, and the answer with it.
  const chunks = request[Symbol.asyncIterator]();
  return collect(async () => {
    const { done, value } = await chunks.next();
    return done ? undefined : bytesOf(value, 'read the webhook');
  }, maxBytes);
}

async function collect(next: () => Promise<Uint8Array | undefined>, maxBytes: number): Promise<BodyRead> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let chunk = await next(); chunk; chunk = await next()) {
    size += chunk.length;
    if (size > maxBytes) return 'too_large';
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return { bytes };
}

function empty(): BodyRead {
  return { bytes: new Uint8Array() };
}
