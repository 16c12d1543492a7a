import { initiate, pay } from '../resources/payouts/transitions.ts';
import type { EntityBuilder } from './entity-builder.ts';
import type { Triggers } from './trigger.ts';

const build = (builder: EntityBuilder) => builder.payout();

/** Triggers of payouts. They pay no part of the balance. */
export const payoutTriggers: Triggers<'payouts'> = {
  stateFields: ['status', 'remittance_reference'],
  byName: {
    created: { build, perform: ({ entity }) => initiate(entity) },
    paid: {
      build: (builder) => builder.announce(initiate(build(builder))),
      perform: ({ entity }) => pay(entity),
    },
  },
};
