import { join } from 'node:path';
import type { Outcome } from './outcome.ts';
import { type Output, writeOutput } from './output-files.ts';
import type { Report } from './report.ts';

/** Paths of the reports. */
export type ReportFiles = {
  /** Folder for all reports: `verify.json`, `verify.xml`, `verify.md`, `verify.html`. */
  readonly out?: string;
  readonly json?: string;
  readonly junit?: string;
  readonly markdown?: string;
  readonly html?: string;
};

/** Lists the paths of the reports, for a check before the run. */
export function outputsOf({ out, json, junit, markdown, html }: ReportFiles): Output[] {
  return [
    { option: '--out', path: out, is: 'folder' },
    { option: '--json', path: json, is: 'file' },
    { option: '--junit', path: junit, is: 'file' },
    { option: '--markdown', path: markdown, is: 'file' },
    { option: '--html', path: html, is: 'file' },
  ];
}

/** Writes the requested reports, and creates missing folders. */
export async function writeReports(report: Report, outcome: Outcome, files: ReportFiles): Promise<void> {
  const all = files.out === undefined ? {} : inFolder(files.out);
  const { json, junit, markdown, html } = { ...all, ...files };
  if (json !== undefined) await writeOutput(json, `${JSON.stringify(report, null, 2)}\n`);
  if (junit !== undefined) await writeOutput(junit, (await import('./formats/junit.ts')).renderJunit(report));
  if (markdown !== undefined)
    await writeOutput(markdown, (await import('./formats/markdown.ts')).renderMarkdown(report, outcome));
  if (html !== undefined) await writeOutput(html, (await import('./page/page.ts')).renderPage([report]));
}

function inFolder(folder: string): ReportFiles {
  const file = (kind: string) => join(folder, `verify.${kind}`);
  return { json: file('json'), junit: file('xml'), markdown: file('md'), html: file('html') };
}
