/**
 * Headers that are about one connection, which a proxy does not pass on.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1
 */
const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Tells whether a header, in any case, is about one connection. */
export function isHopByHop(name: string): boolean {
  return hopByHop.has(name.toLowerCase());
}
