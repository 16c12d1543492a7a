import type { Check } from './check.ts';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/**
 * Creates the check that every response has a unique request ID, which is the same in the header and the body, if there
 * is one.
 */
export function createRequestIdCheck(): Check {
  const seen = new Set<string>();
  return function requestId({ response: { status, headers, json } }) {
    const inHeader = headers.get('request-id');
    const inBody = status === 204 ? inHeader : requestIdOf(json);
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
