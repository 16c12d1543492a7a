import { defineKind, type Entity } from '../kind.ts';

export type Discount = Entity<'discount'>;

export const discounts = defineKind({
  schema: 'discount',
  idPrefix: 'dsc',
  keys: ['status', 'code', 'mode', 'discount_group_id'],
  // @evidence official: codes are not case-sensitive.
  caseless: ['code'],
  times: ['created_at', 'expires_at'],
  dueAt: ({ status, expires_at }) => (status === 'active' && expires_at !== null ? Date.parse(expires_at) : undefined),
  searched: [],
  isArchivable: false,
  isSeedable: true,
  // @evidence official: events leave out the number of uses, which changes often.
  unannounced: ['times_used'],
});
