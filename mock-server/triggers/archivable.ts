import * as addresses from '../resources/addresses/transitions.ts';
import * as businesses from '../resources/businesses/transitions.ts';
import { findConflict } from '../resources/customers/find-conflict.ts';
import * as customers from '../resources/customers/transitions.ts';
import * as groups from '../resources/discount-groups/transitions.ts';
import { importMeta } from '../resources/import-meta.ts';
import type { ArchivableKind, Entities } from '../resources/kinds.ts';
import * as prices from '../resources/prices/transitions.ts';
import * as products from '../resources/products/transitions.ts';
import type { ChangeOf } from '../state/change.ts';
import type { EntityBuilder } from './entity-builder.ts';
import type { Triggers } from './trigger.ts';

/** Transitions of an archivable kind, as triggers call them. */
type Transitions<Name extends ArchivableKind> = {
  build: (builder: EntityBuilder) => Entities[Name];
  announce: (entity: Entities[Name], name: 'created' | 'imported', builder: EntityBuilder) => ChangeOf<Name>;
  update: (entity: Entities[Name], input: Partial<Entities[Name]>, builder: EntityBuilder) => ChangeOf<Name>;
};

/** Triggers of the kinds that can be archived. */
export const archivableTriggers: { readonly [Name in ArchivableKind]: Triggers<Name> } = {
  customers: triggersOf<'customers'>({
    build: (builder) => builder.customer(),
    announce: (customer, name, { account, moment }) =>
      customers.announce(customer, `customer.${name}`, moment, findConflict(account, customer.email)),
    update: (customer, input, { account, moment }) =>
      customers.update(customer, input, moment, findConflict(account, input.email)),
  }),
  addresses: triggersOf<'addresses'>({
    build: (builder) => builder.address(),
    announce: (address, name, { moment }) => addresses.announce(address, `address.${name}`, moment),
    update: (address, input, { moment }) => addresses.update(address, input, moment),
  }),
  businesses: triggersOf<'businesses'>({
    build: (builder) => builder.business(),
    announce: (business, name) => businesses.announce(business, `business.${name}`),
    update: (business, input, { moment }) => businesses.update(business, input, moment),
  }),
  products: triggersOf<'products'>({
    build: (builder) => builder.drawn('pro', ({ buildProduct }, seed) => buildProduct({ seed })),
    announce: (product, name) => products.announce(product, `product.${name}`),
    update: (product, input, { moment }) => products.update(product, input, moment),
  }),
  prices: triggersOf<'prices'>({
    build: (builder) => builder.price(),
    announce: (price, name) => prices.announce(price, `price.${name}`),
    update: (price, input, { moment }) => prices.update(price, input, moment),
  }),
  discount_groups: withoutImport(
    triggersOf<'discount_groups'>({
      build: (builder) => builder.discountGroup(),
      announce: (group, _name, { account }) => groups.announce(group, groups.findConflict(account, group.name)),
      update: (group, input, { account, moment }) =>
        groups.update(group, input, moment, groups.findConflict(account, input.name)),
    }),
  ),
};

/** @evidence official: no event type announces an imported discount group */
function withoutImport({ stateFields, byName: { imported: _, ...byName } }: Triggers<'discount_groups'>) {
  return { stateFields, byName };
}

function triggersOf<Name extends ArchivableKind>({ build, announce, update }: Transitions<Name>): Triggers<Name> {
  return {
    stateFields: [],
    byName: {
      created: { build, perform: ({ entity }, builder) => announce(entity, 'created', builder) },
      imported: {
        build,
        perform: ({ entity }, builder) => {
          const import_meta = entity.import_meta ?? importMeta;
          return announce({ ...entity, import_meta, updated_at: builder.moment.now }, 'imported', builder);
        },
      },
      updated: {
        build: (builder) => builder.announce(announce(build(builder), 'created', builder)),
        perform: ({ before, overrides }, builder) => update(before, overrides, builder),
      },
    },
  };
}
