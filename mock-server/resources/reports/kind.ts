import { defineKind, type Entity } from '../kind.ts';

export type Report = Entity<'report'>;

/** Milliseconds until a report is ready. @evidence observed: about 14 seconds in the sandbox */
const preparedAfter = 14_000;

export const reports = defineKind({
  schema: 'report',
  idPrefix: 'rep',
  keys: ['status', 'type'],
  times: ['created_at'],
  searched: [],
  isArchivable: false,
  isSeedable: true,
  dueAt: ({ status, created_at, expires_at }) => {
    if (status === 'pending') return Date.parse(created_at) + preparedAfter;
    return status === 'ready' && expires_at !== null ? Date.parse(expires_at) : undefined;
  },
});
