/**
 * Puts text between the two `<!-- bench -->` lines of a document.
 *
 * @throws Error where the document does not have exactly two such lines.
 */
export function replaceBetweenMarkers(document: string, text: string): string {
  const marker = '<!-- bench -->';
  const [before, old, after, ...more] = document.split(marker);
  if (before === undefined || old === undefined || after === undefined || more.length > 0) {
    throw new Error(`Could not write the table: the document does not have two ${marker} lines. Add them.`);
  }
  return [before, `\n${text}\n`, after].join(marker);
}
