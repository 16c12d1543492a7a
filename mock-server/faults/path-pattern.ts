/** Literal pieces of a segment, with any text between each two; `null` for any number of segments. */
type Segment = readonly string[] | null;

/**
 * Makes the test of whether a path fits a pattern: `*` stands for anything but a slash, `**` for anything, and all else for
 * itself. It takes time by the lengths of the two, whatever is in them: of what comes between stars, the first place will do.
 */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const segments = pattern.split('/').map((segment): Segment => (segment === '**' ? null : segment.split(/\*+/)));
  return (path) => fitSegments(segments, path.split('/'));
}

function fitSegments(pattern: readonly Segment[], path: readonly string[]): boolean {
  let at = 0;
  // Where to go on when nothing fits any more: behind the last `**`, which then stands for one segment more.
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
