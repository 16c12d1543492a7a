/** Literal pieces of a segment, with any text between them; `null` for any number of segments. */
type Segment = readonly string[] | null;

/**
 * Makes a function that matches paths against a pattern: `*` matches anything but a slash, `**` anything, other
 * characters themselves. It never backtracks further than the last star, so the cost is at most the product of the two
 * lengths.
 */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const segments = pattern.split('/').map((segment): Segment => (segment === '**' ? null : segment.split(/\*+/)));
  return (path) => fitSegments(segments, path.split('/'));
}

function fitSegments(pattern: readonly Segment[], path: readonly string[]): boolean {
  let at = 0;
  // On a mismatch, the last `**` takes one more segment.
  let retry: { at: number; index: number } | undefined;
  let index = 0;
  while (index < path.length) {
    const segment = pattern[at];
    if (segment === null) {
      at += 1;
      retry = { at, index };
    } else if (segment && fitPieces(segment, path[index] ?? '')) {
      at += 1;
      index += 1;
    } else if (retry) {
      retry = { at: retry.at, index: retry.index + 1 };
      ({ at, index } = retry);
    } else return false;
  }
  return pattern.slice(at).every((segment) => segment === null);
}

function fitPieces([first = '', ...others]: readonly string[], text: string): boolean {
  const last = others.pop();
  if (last === undefined) return text === first;
  let from = first.length;
  const end = text.length - last.length;
  if (from > end || !text.startsWith(first) || !text.endsWith(last)) return false;
  for (const piece of others) {
    const place = text.indexOf(piece, from);
    if (place === -1 || place + piece.length > end) return false;
    from = place + piece.length;
  }
  return true;
}
