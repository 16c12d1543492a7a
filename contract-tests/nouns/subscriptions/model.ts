import type { JsonObject } from '#openapi/document/json.ts';

/** Model of the documentation of reading subscriptions and transactions, independent of the mock. */
export type State = {
  /** Their customers, each with an address. */
  readonly owners: readonly Owner[];
  /** In the order of IDs, like the transactions. */
  readonly subscriptions: readonly Bought[];
  readonly transactions: readonly Bought[];
};

export type Owner = { readonly customer_id: string; readonly address_id: string };

/** A subscription or a transaction: the fields that lists filter by, and the seeded entity. */
export type Bought = Owner & {
  readonly id: string;
  readonly status: string;
  readonly collection_mode: string;
  readonly subscription_id: string | null;
  readonly scheduled: string | null;
  readonly origin: string;
  readonly updated_at: string;
  readonly whole: JsonObject;
};

/** Filters of a list. The owner is the number of a customer. */
export type Filters = {
  readonly status?: string;
  readonly collection_mode?: string;
  readonly scheduled_change_action?: string;
  readonly origin?: string;
  readonly 'updated_at[GT]'?: string;
  readonly 'updated_at[LTE]'?: string;
};

/** Tests whether an entity matches filters. */
export function isFound(bought: Bought, filters: Filters): boolean {
  const among = (asked: string | undefined, value: string | null) =>
    asked === undefined || (value !== null && asked.split(',').includes(value));
  const { 'updated_at[GT]': after, 'updated_at[LTE]': until } = filters;
  const time = Date.parse(bought.updated_at);
  return (
    among(filters.status, bought.status) &&
    among(filters.collection_mode, bought.collection_mode) &&
    among(filters.scheduled_change_action, bought.scheduled) &&
    among(filters.origin, bought.origin) &&
    (after === undefined || time > Date.parse(after)) &&
    (until === undefined || time <= Date.parse(until))
  );
}
