import { defineKind, type Entity } from '../kind.ts';

export type CheckoutDomain = Entity<'checkout-domain'>;

export const checkout_domains = defineKind({
  schema: 'checkout-domain',
  idPrefix: 'chedom',
  keys: ['status', 'domain'],
  times: ['created_at', 'updated_at'],
  searched: [],
  isArchivable: false,
  isSeedable: true,
});
