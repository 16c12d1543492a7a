import { defineKind, type Entity } from '../kind.ts';

export type PaymentMethod = Entity<'payment-method'>;

export const payment_methods = defineKind({
  schema: 'payment-method',
  idPrefix: 'paymtd',
  keys: ['customer_id', 'address_id', 'origin'],
  times: [],
  searched: [],
  isArchivable: false,
  isSeedable: true,
  // @evidence official: events name the payment method, and do not describe it.
  unannounced: ['card', 'paypal', 'south_korea_local_card', 'underlying_details'],
});
