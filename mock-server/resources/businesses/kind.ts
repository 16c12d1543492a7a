import { defineKind, type Entity } from '../kind.ts';

export type Business = Entity<'business'>;

export const businesses = defineKind({
  schema: 'business',
  idPrefix: 'biz',
  keys: ['customer_id', 'status'],
  times: [],
  // @evidence official: all fields but status and the timestamps, contacts included.
  searched: ['name', 'company_number', 'tax_identifier', 'contacts.*.name', 'contacts.*.email'],
  isArchivable: true,
  isSeedable: true,
});
