import type { Entities, Kind } from './entities.ts';

/** How a kind of entity is stored: the columns that lists filter by, and the fields that `search` looks in. */
export type KindStorage<Entity> = {
  /** Name of the entity's schema in the document. */
  schema: string;
  /** Values to filter by. `null` is stored for nothing. Every column has an index. */
  columns: Readonly<Record<string, (entity: Entity) => string | null>>;
  /** Whether its statuses are active and archived. Most entities are active, so that only the others need an index. */
  isArchivable: boolean;
  /** Times to filter by, as the API writes them. Every one has an index. */
  times: Readonly<Record<string, (entity: Entity) => string | null>>;
  /** The entity as its events have it, where they differ. */
  announced?: (entity: Entity) => object;
  /** Fields that `search` looks in, beside the ID. */
  searched: (entity: Entity) => readonly (string | null)[];
};

export const kinds: { readonly [Name in Kind]: KindStorage<Entities[Name]> } = {
  customers: {
    schema: 'customer',
    isArchivable: true,
    columns: { status: (customer) => customer.status, email: (customer) => customer.email },
    times: { updated_at: (customer) => customer.updated_at },
    searched: (customer) => [customer.name, customer.email],
  },
  addresses: {
    schema: 'address',
    isArchivable: true,
    columns: { customer_id: (address) => address.customer_id, status: (address) => address.status },
    times: {},
    // @evidence official: all fields but status and the timestamps.
    searched: (address) => [
      address.description,
      address.first_line,
      address.second_line,
      address.city,
      address.postal_code,
      address.region,
      address.country_code,
    ],
  },
  businesses: {
    schema: 'business',
    isArchivable: true,
    columns: { customer_id: (business) => business.customer_id, status: (business) => business.status },
    times: {},
    // @evidence official: all fields but status and the timestamps, contacts included.
    searched: (business) => [
      business.name,
      business.company_number,
      business.tax_identifier,
      ...business.contacts.flatMap((contact) => [contact.name, contact.email]),
    ],
  },
  subscriptions: {
    schema: 'subscription',
    isArchivable: false,
    columns: {
      customer_id: (subscription) => subscription.customer_id,
      status: (subscription) => subscription.status,
      address_id: (subscription) => subscription.address_id,
      collection_mode: (subscription) => subscription.collection_mode,
      scheduled_change_action: (subscription) => subscription.scheduled_change?.action ?? null,
    },
    times: {
      updated_at: (subscription) => subscription.updated_at,
      next_billed_at: (subscription) => subscription.next_billed_at,
    },
    // @evidence observed: links that carry a token are in no event.
    announced: ({ management_urls: _, ...announced }) => announced,
    searched: () => [],
  },
  transactions: {
    schema: 'transaction',
    isArchivable: false,
    columns: {
      customer_id: (transaction) => transaction.customer_id,
      subscription_id: (transaction) => transaction.subscription_id,
      status: (transaction) => transaction.status,
      origin: (transaction) => transaction.origin,
      collection_mode: (transaction) => transaction.collection_mode,
      invoice_number: (transaction) => transaction.invoice_number,
    },
    times: {
      created_at: (transaction) => transaction.created_at,
      updated_at: (transaction) => transaction.updated_at,
      billed_at: (transaction) => transaction.billed_at,
    },
    searched: () => [],
  },
  notification_settings: {
    schema: 'notification-setting',
    isArchivable: false,
    columns: {
      active: (setting) => String(setting.active),
      traffic_source: (setting) => setting.traffic_source,
      destination: (setting) => setting.destination,
    },
    times: {},
    searched: () => [],
  },
};

export const kindNames = Object.keys(kinds) as Kind[];
