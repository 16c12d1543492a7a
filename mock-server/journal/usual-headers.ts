/**
 * The headers that every answer has, by their names in lower case.
 *
 * @param text the answer's body; undefined where it has none
 */
export function usualHeaders(requestId: string, text: string | undefined): Record<string, string | number> {
  if (text === undefined) return { 'request-id': requestId };
  return { 'request-id': requestId, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
}
