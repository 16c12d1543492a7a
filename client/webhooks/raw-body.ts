import { UsageError } from '#openapi/text/usage-error.ts';

/** A raw body: bytes, including Node's `Buffer`, or their UTF-8 text. */
export type RawBody = string | Uint8Array;

const advice =
  "Pass the raw body: with Express, express.raw({ type: 'application/json' }) on this route and before " +
  "express.json(); with Fastify, a content type parser with parseAs: 'buffer'; with a Request, await request.text().";

/** Narrows to a raw body, without `instanceof`, which fails for objects of another realm, as in test environments. */
export function isRawBody(body: unknown): body is string | ArrayBufferView {
  return typeof body === 'string' || ArrayBuffer.isView(body);
}

/**
 * Copies the bytes of a body.
 *
 * @param task Failing task for the error message, such as "verify the webhook".
 * @throws UsageError for anything but a raw body, such as a parsed one.
 */
export function bytesOf(body: unknown, task: string): Uint8Array<ArrayBuffer> {
  if (!isRawBody(body)) throw new UsageError(`Could not ${task}: ${complaintAbout(body)}. ${advice}`);
  if (typeof body === 'string') return new TextEncoder().encode(body);
  const bytes = new Uint8Array(body.byteLength);
  bytes.set(new Uint8Array(body.buffer, body.byteOffset, body.byteLength));
  return bytes;
}

function complaintAbout(body: unknown): string {
  if (body === undefined || body === null) return 'there is no body; other code may have read it already';
  if (body instanceof ArrayBuffer) return 'the body is an ArrayBuffer; wrap it: new Uint8Array(buffer)';
  if (typeof body !== 'object') return `the body is a ${typeof body}`;
  return 'the body is already parsed; the signature covers the raw bytes, which serializing the object again changes';
}
