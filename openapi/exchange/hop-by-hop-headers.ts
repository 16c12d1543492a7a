/**
 * Headers of a single connection, which a proxy does not forward.
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

/** Tests for a hop-by-hop header, in any letter case. */
export function isHopByHop(name: string): boolean {
  return hopByHop.has(name.toLowerCase());
}
