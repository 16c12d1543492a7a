import { defineKind, type Entity } from '../kind.ts';

export type Price = Entity<'price'>;

export const prices = defineKind({
  schema: 'price',
  idPrefix: 'pri',
  keys: ['status', 'product_id', 'type', 'billing_cycle.interval', 'billing_cycle.frequency'],
  times: [],
  sorted: {
    texts: ['billing_cycle.interval', 'product_id', 'status', 'tax_mode', 'unit_price.currency_code'],
    numbers: ['billing_cycle.frequency', 'quantity.maximum', 'quantity.minimum', 'unit_price.amount'],
  },
  // @evidence official: the list of prices takes no `search`.
  searched: [],
  isArchivable: true,
  isSeedable: true,
  isShared: true,
});
