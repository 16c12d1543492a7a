import { addresses } from './addresses/kind.ts';
import { adjustments } from './adjustments/kind.ts';
import { key_exposures } from './api-key-exposures/kind.ts';
import { key_rotations } from './api-key-rotations/kind.ts';
import { issued_keys } from './api-keys/kind.ts';
import { businesses } from './businesses/kind.ts';
import { checkout_domains } from './checkout-domains/kind.ts';
import { client_tokens } from './client-tokens/kind.ts';
import { credit_balances } from './credit-balances/kind.ts';
import { customers } from './customers/kind.ts';
import { discount_groups } from './discount-groups/kind.ts';
import { discounts } from './discounts/kind.ts';
import type { Entity, KindDefinition } from './kind.ts';
import { notification_settings } from './notification-settings/kind.ts';
import { payment_methods } from './payment-methods/kind.ts';
import { payouts } from './payouts/kind.ts';
import { prices } from './prices/kind.ts';
import { products } from './products/kind.ts';
import { reports } from './reports/kind.ts';
import { simulation_events } from './simulation-events/kind.ts';
import { simulation_runs } from './simulation-runs/kind.ts';
import { simulations } from './simulations/kind.ts';
import { subscriptions } from './subscriptions/kind.ts';
import { transactions } from './transactions/kind.ts';
import { verifications } from './verifications/kind.ts';

/** All kinds of entities. A kind's name is that of its table, its collection and its list in a seed. */
const registry = {
  customers,
  addresses,
  businesses,
  products,
  payment_methods,
  prices,
  discount_groups,
  discounts,
  subscriptions,
  transactions,
  adjustments,
  credit_balances,
  client_tokens,
  notification_settings,
  checkout_domains,
  verifications,
  reports,
  issued_keys,
  key_rotations,
  key_exposures,
  payouts,
  simulations,
  simulation_runs,
  simulation_events,
};

type Registry = typeof registry;
export type Kind = keyof Registry;

/** Fields that are not published; none for kinds that name none. */
type Unpublished<Definition> = Definition extends { unpublished?: readonly (infer Field extends string)[] }
  ? string extends Field
    ? unknown
    : Record<Field, string>
  : unknown;

/** Entities by kind, each with its ID and with all else that is not published. */
export type Entities = {
  [Name in Kind]: Entity<Registry[Name]['schema']> & { id: string } & Unpublished<Registry[Name]>;
};

/** Kinds that seeds and imports can add. */
export type SeedKind = { [Name in Kind]: Registry[Name]['isSeedable'] extends true ? Name : never }[Kind];

/** The kinds whose entities can be archived. */
export type ArchivableKind = { [Name in Kind]: Registry[Name]['isArchivable'] extends true ? Name : never }[Kind];

/** Prefixes of the IDs of all kinds. */
export type KindPrefix = Registry[Kind]['idPrefix'];

export const kinds: Readonly<Record<Kind, KindDefinition>> = registry;
export const kindNames = Object.keys(kinds) as Kind[];
export const seedKinds = kindNames.filter((kind): kind is SeedKind => kinds[kind].isSeedable);

type Underscored<Text> = Text extends `${infer Start}-${infer Rest}` ? `${Start}_${Underscored<Rest>}` : Text;

/** The first half of a kind's event types. */
export type EventNounOf<Name extends Kind> = Underscored<Registry[Name]['schema']>;

/** Returns the first half of a kind's event types. */
export function eventNounOf(kind: Kind): string {
  return kinds[kind].schema.replaceAll('-', '_');
}

/** Makes a record with a value for each kind. */
export function perKind<Value>(value: (kind: Kind) => Value): Record<Kind, Value> {
  return Object.fromEntries(kindNames.map((kind) => [kind, value(kind)])) as Record<Kind, Value>;
}
