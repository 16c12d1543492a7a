/** A kind of event, as `GET /event-types` tells of it. */
export type EventType = { name: string; description: string; group: string; available_versions: readonly number[] };

/**
 * What can happen to each entity, and how that reads behind its name.
 *
 * @evidence official: the published event types, with the newer ones of Paddle's SDKs and changelog
 */
const happenings: Record<string, { group: string; subject: string; happens: Record<string, string> }> = {
  address: {
    group: 'Address',
    subject: 'An address',
    happens: { created: 'was created', imported: 'was imported', updated: 'was changed' },
  },
  adjustment: {
    group: 'Adjustment',
    subject: 'An adjustment',
    happens: { created: 'was created', updated: 'was changed' },
  },
  api_key: {
    group: 'API key',
    subject: 'An API key',
    happens: {
      created: 'was created',
      expired: 'expired',
      expiring: 'will expire soon',
      revoked: 'was revoked',
      updated: 'was changed',
    },
  },
  api_key_exposure: {
    group: 'API key exposure',
    subject: 'An API key',
    happens: { created: 'was found in public' },
  },
  api_key_rotation: {
    group: 'API key rotation',
    subject: 'A rotation of an API key',
    happens: { created: 'was created', updated: 'was changed' },
  },
  business: {
    group: 'Business',
    subject: 'A business',
    happens: { created: 'was created', imported: 'was imported', updated: 'was changed' },
  },
  client_token: {
    group: 'Client token',
    subject: 'A client-side token',
    happens: { created: 'was created', revoked: 'was revoked', updated: 'was changed' },
  },
  customer: {
    group: 'Customer',
    subject: 'A customer',
    happens: { created: 'was created', imported: 'was imported', updated: 'was changed' },
  },
  discount: {
    group: 'Discount',
    subject: 'A discount',
    happens: { created: 'was created', imported: 'was imported', updated: 'was changed' },
  },
  discount_group: {
    group: 'Discount group',
    subject: 'A discount group',
    happens: { created: 'was created', updated: 'was changed' },
  },
  payment_method: {
    group: 'Payment method',
    subject: 'A payment method',
    happens: { deleted: 'was deleted', saved: 'was saved' },
  },
  payout: {
    group: 'Payout',
    subject: 'A payout',
    happens: { created: 'was created', paid: 'was paid' },
  },
  price: {
    group: 'Price',
    subject: 'A price',
    happens: { created: 'was created', imported: 'was imported', updated: 'was changed' },
  },
  product: {
    group: 'Product',
    subject: 'A product',
    happens: { created: 'was created', imported: 'was imported', updated: 'was changed' },
  },
  report: {
    group: 'Report',
    subject: 'A report',
    happens: { created: 'was created', updated: 'was changed' },
  },
  subscription: {
    group: 'Subscription',
    subject: 'A subscription',
    happens: {
      activated: 'became active',
      canceled: 'was canceled',
      created: 'was created',
      imported: 'was imported',
      past_due: 'became past due',
      paused: 'was paused',
      resumed: 'was resumed',
      trialing: 'began a trial',
      updated: 'was changed',
    },
  },
  transaction: {
    group: 'Transaction',
    subject: 'A transaction',
    happens: {
      billed: 'was billed',
      canceled: 'was canceled',
      completed: 'was completed',
      created: 'was created',
      paid: 'was paid',
      past_due: 'became past due',
      payment_failed: 'could not be paid',
      ready: 'became ready to be paid',
      revised: 'was revised',
      updated: 'was changed',
    },
  },
};

/** All event types that Paddle publishes. */
export const eventTypes: readonly EventType[] = Object.entries(happenings).flatMap(
  ([entity, { group, subject, happens }]) =>
    Object.entries(happens).map(([happening, text]) => ({
      name: `${entity}.${happening}`,
      description: `${subject} ${text}.`,
      group,
      available_versions: [1],
    })),
);
