import type { Discount } from '../resources/discounts/kind.ts';
import { surroundingsOf } from '../resources/discounts/surroundings.ts';
import { announce, update } from '../resources/discounts/transitions.ts';
import { importMeta } from '../resources/import-meta.ts';
import type { EntityBuilder } from './entity-builder.ts';
import type { Triggers } from './trigger.ts';

const build = (builder: EntityBuilder) => builder.discount();

export const discountTriggers: Triggers<'discounts'> = {
  stateFields: ['status', 'times_used'],
  byName: {
    created: { build, perform: ({ entity }, builder) => introduce(entity, 'discount.created', builder) },
    imported: {
      build,
      perform: ({ entity }, builder) => {
        const import_meta = entity.import_meta ?? importMeta;
        return introduce({ ...entity, import_meta, updated_at: builder.moment.now }, 'discount.imported', builder);
      },
    },
    updated: {
      build: (builder) => builder.announce(introduce(build(builder), 'discount.created', builder)),
      perform: ({ before, overrides: { status: _, ...input } }, { account, moment }) =>
        update(before, input, moment, surroundingsOf(account, input)),
    },
  },
};

function introduce(discount: Discount, type: Parameters<typeof announce>[1], { account, moment }: EntityBuilder) {
  return announce(discount, type, moment, surroundingsOf(account, discount));
}
