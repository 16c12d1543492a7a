import type { Store } from '../../state/store.ts';
import { rowsOf } from './columns.ts';
import type { Report } from './kind.ts';
import { extractsOf } from './sources.ts';

/** Entities of a portion, few enough that nobody waits for it. */
const portion = 100;

/** Yields the CSV of a report in portions, with its headings. The store may change between two. */
export function* csvOf(report: Report, store: Store): Generator<string> {
  let headings: readonly string[] | undefined;
  for (const extract of extractsOf(report)) {
    let after: Parameters<Store['extracts']['page']>[1];
    for (;;) {
      const { entities, last } = store.extracts.page(extract, after, portion);
      const rows = entities.flatMap((entity) => rowsOf(report.type, extract.kind, entity, store));
      const begins = headings === undefined;
      headings ??= rows[0] && Object.keys(rows[0]);
      const lines = rows.map((row) => lineOf((headings ?? []).map((heading) => row[heading])));
      if (headings && rows.length > 0) yield [...(begins ? [lineOf(headings)] : []), ...lines].join('');
      if (entities.length < portion || last === undefined) break;
      after = last;
    }
  }
}

/** Prints a line of CSV, RFC 4180. A text that a spreadsheet would take for a formula stays a text. */
function lineOf(cells: readonly unknown[]): string {
  return `${cells.map(printCell).join(',')}\r\n`;
}

function printCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  const safe = /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
