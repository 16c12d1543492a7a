import type { Check } from './check.ts';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/**
 * Makes the check that every answer has a request id, in header and, if there is one, body alike, and none has that of
 * another.
 */
export function createRequestIdCheck(): Check {
  const seen = new Set<string>();
  return function requestId({ status, headers, body }) {
    const inHeader = headers.get('request-id');
    const inBody = status === 204 ? inHeader : requestIdOf(body);
    if (inHeader === null || inHeader !== inBody) return `Request-Id is ${inHeader}, but meta.request_id is ${inBody}`;
    if (!uuid.test(inHeader)) return `the request id ${inHeader} is not a UUID`;
    if (seen.has(inHeader)) return `the request id ${inHeader} was used before`;
    seen.add(inHeader);
    return null;
  };
}

function requestIdOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('meta' in body)) return null;
  const { meta } = body;
  if (typeof meta !== 'object' || meta === null || !('request_id' in meta)) return null;
  return typeof meta.request_id === 'string' ? meta.request_id : null;
}
