import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Outcome } from './outcome.ts';
import type { Report } from './report.ts';

/** Where reports go. */
export type ReportFiles = {
  /** A folder for all of them: `verify.json`, `verify.xml`, `verify.md`, `verify.html`. */
  readonly out?: string;
  readonly json?: string;
  readonly junit?: string;
  readonly markdown?: string;
  readonly html?: string;
};

/** Writes the reports that are asked for. Folders that are not there are made. */
export async function writeReports(report: Report, outcome: Outcome, files: ReportFiles): Promise<void> {
  const all = files.out === undefined ? {} : inFolder(files.out);
  const { json, junit, markdown, html } = { ...all, ...files };
  if (json !== undefined) await write(json, `${JSON.stringify(report, null, 2)}\n`);
  if (junit !== undefined) await write(junit, (await import('./junit.ts')).renderJunit(report));
  if (markdown !== undefined) await write(markdown, (await import('./markdown.ts')).renderMarkdown(report, outcome));
  if (html !== undefined) await write(html, (await import('./page.ts')).renderPage([report]));
}

function inFolder(folder: string): ReportFiles {
  const file = (kind: string) => join(folder, `verify.${kind}`);
  return { json: file('json'), junit: file('xml'), markdown: file('md'), html: file('html') };
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
