import { defineKind, type Entity } from '../kind.ts';

export type ClientToken = Entity<'client-token'>;

export const client_tokens = defineKind({
  schema: 'client-token',
  idPrefix: 'ctkn',
  keys: ['status', 'token'],
  times: ['created_at'],
  searched: [],
  isArchivable: false,
  isSeedable: true,
});
