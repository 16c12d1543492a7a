import { announce, remove } from '../resources/payment-methods/transitions.ts';
import type { EntityBuilder } from './entity-builder.ts';
import type { Triggers } from './trigger.ts';

const build = (builder: EntityBuilder) => builder.paymentMethod();

export const paymentMethodTriggers: Triggers<'payment_methods'> = {
  stateFields: ['origin', 'saved_at'],
  byName: {
    saved: { build, perform: ({ entity }) => announce(entity) },
    deleted: {
      build: (builder) => builder.announce(announce(build(builder))),
      perform: ({ entity }) => ({ puts: [{ kind: 'payment_methods', entity }], ...remove(entity, 'api') }),
    },
  },
};
