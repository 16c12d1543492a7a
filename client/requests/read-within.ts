/** Reads a body; `null` if it is larger than `maxBytes`, in which case the rest is not read. */
export async function readWithin(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const reader = body.getReader();
  const read = await collectWithin(async () => (await reader.read()).value, maxBytes);
  // Not awaited, since cancelling a cloned body settles only once its other half is cancelled too.
  if (read === null) reader.cancel().catch(() => {});
  return read;
}

/** Concatenates chunks until `next` returns none; `null` as soon as they exceed `maxBytes`. */
export async function collectWithin(
  next: () => Promise<Uint8Array | undefined>,
  maxBytes: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let chunk = await next(); chunk; chunk = await next()) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
