import type { Paddock } from '../index.ts';
import { call } from './call.ts';

/** Creates a report, and reads its rows by the headings. Cells must be without commas. */
export async function csvRows(paddock: Paddock, report: object): Promise<Partial<Record<string, string>>[]> {
  const { data } = await call(paddock, 'POST', '/reports', report);
  await paddock.clock.advance({ minutes: 1 });
  const { data: link } = await call(paddock, 'GET', `/reports/${data.id}/download-url`);
  const [headings = '', ...lines] = (await (await paddock.fetch(link.url)).text()).trim().split('\r\n');
  const names = headings.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell])));
}
