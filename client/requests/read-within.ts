/** The bytes of a body, or `null` where it has more than allowed. The rest is then left unread. */
export async function readWithin(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const reader = body.getReader();
  const read = await collectWithin(async () => (await reader.read()).value, maxBytes);
  // Not awaited: a body that was cloned waits for the other half to be cancelled too.
  if (read === null) reader.cancel().catch(() => {});
  return read;
}

/** Joins chunks until there is none, or gives `null` once they have more bytes than allowed. */
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
