/**
 * Renders a table for a terminal.
 *
 * @param width at which the last column is wrapped, in characters.
 */
export function renderTable(rows: readonly (readonly string[])[], width = 110): string {
  const columns = Math.max(...rows.map(({ length }) => length)) - 1;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? '').length)),
  );
  const indent = widths.reduce((sum, own) => sum + own + 2, 0);
  return rows
    .flatMap((cells) =>
      wrap(cells.at(-1) ?? '', width - indent).map(
        (line, nth) =>
          widths.map((own, column) => (nth === 0 ? (cells[column] ?? '') : '').padEnd(own + 2)).join('') + line,
      ),
    )
    .join('\n');
}

/** Wraps a text between words. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
