import { defineKind, type Entity } from '../kind.ts';

export type Address = Entity<'address'>;

export const addresses = defineKind({
  schema: 'address',
  idPrefix: 'add',
  keys: ['customer_id', 'status'],
  times: [],
  // @evidence official: all fields but status and the timestamps.
  searched: ['description', 'first_line', 'second_line', 'city', 'postal_code', 'region', 'country_code'],
  isArchivable: true,
  isSeedable: true,
});
