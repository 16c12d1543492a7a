import { once } from 'node:events';
import { type Response, Router } from 'express';
import type { Accounts } from '../account/accounts.ts';
import { reportSubject } from '../resources/reports/handlers.ts';
import { csvOf } from '../resources/reports/write-csv.ts';
import { giveTurns } from '../time/in-portions.ts';
import { openDocument } from './open-document.ts';

const header = 'Paddock · this file stands in for a report of Paddle';

/** Serves the files behind the links of reports, in portions that let other requests be answered in between. */
export function reportFiles(accounts: Accounts): Router {
  const router = Router();
  router.get('/report-files/:report_id', async (request, response) => {
    const id = request.params.report_id;
    const document = await openDocument(accounts, request, response, {
      header,
      subject: () => reportSubject(id),
      find: ({ store }) => store.reports.find(id),
    });
    if (!document) return;
    const { account, entity: report } = document;
    response.set({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${report.type}_${id}.csv"`,
      'Cache-Control': 'no-store',
    });
    // An account that sends a report is not idle.
    account.requests += 1;
    try {
      await send(csvOf(report, account.store), response);
    } finally {
      account.requests -= 1;
    }
  });
  return router;
}

async function send(portions: Iterable<string>, response: Response): Promise<void> {
  for (const portion of portions) {
    if (response.destroyed) return;
    if (!response.write(portion)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    await giveTurns(4);
  }
  response.end();
}
