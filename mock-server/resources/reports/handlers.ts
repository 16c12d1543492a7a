import type { Handlers } from '../../http/handler.ts';
import { signLink } from '../document-link.ts';
import { listPage } from '../list-page.ts';
import { create, refuseWithoutFile } from './transitions.ts';

/** Milliseconds for which a link to a report works. @evidence official */
const linkLifetime = 180_000;

/** Returns what a link to a report's file is signed for. */
export function reportSubject(id: string): string {
  return `report ${id}`;
}

export const reportHandlers: Handlers<'listReports' | 'createReport' | 'getReport' | 'getReportCsv'> = {
  listReports: ({ query }, context) => listPage(context.account.store.reports, query, context),

  createReport: ({ body }, { account }) => {
    const { store, clock } = account;
    const recent = store.reports.since('created_at', clock.now() - 86_400_000);
    return { entity: account.apply(create(body, recent, account.creation('rep'))) };
  },

  getReport: ({ params }, { account }) => ({ entity: account.store.reports.requireText(params.report_id) }),

  getReportCsv: ({ params }, { account, baseUrl }) => {
    const report = account.store.reports.require(params.report_id);
    refuseWithoutFile(report);
    const { token, expiresAt } = signLink(account, reportSubject(report.id), linkLifetime);
    return { data: { url: `${baseUrl}/report-files/${report.id}?${new URLSearchParams({ token })}` }, expiresAt };
  },
};
