import { defineKind, type Entity } from '../kind.ts';

export type Product = Entity<'product'>;

export const products = defineKind({
  schema: 'product',
  idPrefix: 'pro',
  keys: ['status', 'tax_category', 'type'],
  times: ['created_at', 'updated_at'],
  sorted: { texts: ['custom_data', 'description', 'image_url', 'name', 'status', 'tax_category'] },
  // @evidence official: the list of products takes no `search`.
  searched: [],
  isArchivable: true,
  isSeedable: true,
  isShared: true,
});
