/**
 * Makes the headers of every response, by lower-case name.
 *
 * @param text the body; undefined if there is none
 */
export function usualHeaders(requestId: string, text: string | undefined): Record<string, string | number> {
  if (text === undefined) return { 'request-id': requestId };
  return { 'request-id': requestId, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
}
