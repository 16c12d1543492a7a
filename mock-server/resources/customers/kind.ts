import { defineKind, type Entity } from '../kind.ts';

export type Customer = Entity<'customer'>;

export const customers = defineKind({
  schema: 'customer',
  idPrefix: 'ctm',
  keys: ['status', 'email'],
  times: ['updated_at'],
  searched: ['name', 'email'],
  isArchivable: true,
  isSeedable: true,
});
