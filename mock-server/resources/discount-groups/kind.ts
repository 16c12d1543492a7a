import { defineKind, type Entity } from '../kind.ts';

export type DiscountGroup = Entity<'discount-group'>;

export const discount_groups = defineKind({
  schema: 'discount-group',
  idPrefix: 'dsg',
  keys: ['status', 'name'],
  times: ['created_at'],
  searched: [],
  isArchivable: true,
  isSeedable: true,
});
