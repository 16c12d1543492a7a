import * as addresses from '../resources/addresses/transitions.ts';
import * as businesses from '../resources/businesses/transitions.ts';
import { findConflict } from '../resources/customers/find-conflict.ts';
import * as customers from '../resources/customers/transitions.ts';
import type { ArchivableKind, Entities } from '../resources/kinds.ts';
import * as products from '../resources/products/transitions.ts';
import type { ChangeOf } from '../state/change.ts';
import { type Happenings, importMeta } from './happening.ts';
import type { Newcomers } from './newcomers.ts';

/** Transitions of an archivable kind, as triggers call them. */
type Transitions<Name extends ArchivableKind> = {
  build: (newcomers: Newcomers) => Entities[Name];
  announce: (entity: Entities[Name], name: 'created' | 'imported', newcomers: Newcomers) => ChangeOf<Name>;
  update: (entity: Entities[Name], input: Partial<Entities[Name]>, newcomers: Newcomers) => ChangeOf<Name>;
};

/** Triggers of the kinds that can be archived. */
export const archivableHappenings: { readonly [Name in ArchivableKind]: Happenings<Name> } = {
  customers: happeningsOf<'customers'>({
    build: (newcomers) => newcomers.customer(),
    announce: (customer, name, { account, moment }) =>
      customers.announce(customer, `customer.${name}`, moment, findConflict(account, customer.email)),
    update: (customer, input, { account, moment }) =>
      customers.update(customer, input, moment, findConflict(account, input.email)),
  }),
  addresses: happeningsOf<'addresses'>({
    build: (newcomers) => newcomers.address(),
    announce: (address, name, { moment }) => addresses.announce(address, `address.${name}`, moment),
    update: (address, input, { moment }) => addresses.update(address, input, moment),
  }),
  businesses: happeningsOf<'businesses'>({
    build: (newcomers) => newcomers.business(),
    announce: (business, name) => businesses.announce(business, `business.${name}`),
    update: (business, input, { moment }) => businesses.update(business, input, moment),
  }),
  products: happeningsOf<'products'>({
    build: (newcomers) => newcomers.drawn('pro', ({ buildProduct }, seed) => buildProduct({ seed })),
    announce: (product, name) => products.announce(product, `product.${name}`),
    update: (product, input, { moment }) => products.update(product, input, moment),
  }),
};

function happeningsOf<Name extends ArchivableKind>({ build, announce, update }: Transitions<Name>): Happenings<Name> {
  return {
    stateFields: [],
    byName: {
      created: { build, happen: ({ entity }, newcomers) => announce(entity, 'created', newcomers) },
      imported: {
        build,
        happen: ({ entity }, newcomers) => {
          const import_meta = entity.import_meta ?? importMeta;
          return announce({ ...entity, import_meta, updated_at: newcomers.moment.now }, 'imported', newcomers);
        },
      },
      updated: {
        build: (newcomers) => newcomers.announce(announce(build(newcomers), 'created', newcomers)),
        happen: ({ before, overrides }, newcomers) => update(before, overrides, newcomers),
      },
    },
  };
}
