import { payoutOf } from '../account/settings.ts';
import { credited } from '../resources/credit-balances/credit-of.ts';
import type { Transaction } from '../resources/transactions/kind.ts';
import {
  becomePastDue,
  bill,
  cancel,
  change,
  complete,
  create,
  createBilled,
  failPayment,
  makeReady,
  pay,
  revise,
} from '../resources/transactions/transitions.ts';
import type { EntityBuilder } from './entity-builder.ts';
import type { Trigger, Triggers } from './trigger.ts';

type Part = Trigger<'transactions'>;

const buildDraft: Part['build'] = (builder) => builder.buy('active').introduce();
const buildReady: Part['build'] = (builder) => builder.buy('active').ready();
const buildSubscribed: Part['build'] = (builder) => builder.buy('active').subscribed();
/** A purchase that is completed. */
export const buildCompleted: Part['build'] = (builder) => builder.announce(finish(buildSubscribed(builder), builder));
/** A checkout has no unpaid bill, so it is the one of a renewal. */
const buildRenewal: Part['build'] = (builder) => builder.renewal(builder.buy('active').completed());
const buildBilled: Part['build'] = (builder) => builder.announce(createBilled(buildRenewal(builder), builder.moment));
const buildFailed: Part['build'] = (builder) => builder.announce(fail(buildBilled(builder), builder));

export const transactionTriggers: Triggers<'transactions'> = {
  stateFields: ['status', 'billed_at', 'revised_at'],
  byName: {
    created: { build: (builder) => builder.buy('active').open(), perform: ({ entity }) => create(entity) },
    // The first update of a purchase adds the buyer, which makes it ready.
    updated: {
      build: buildDraft,
      perform: ({ entity }, { moment, purchase }) => (purchase ? makeReady(entity, moment) : change(entity, moment)),
    },
    ready: { build: buildDraft, perform: ({ entity }, { moment }) => makeReady(entity, moment) },
    billed: {
      build: buildRenewal,
      perform: ({ entity }, builder) =>
        builder.purchase
          ? createBilled(entity, builder.moment)
          : bill(withOwnCredit(entity, builder), builder.invoiceNumber(), builder.moment),
    },
    payment_failed: { build: buildBilled, perform: ({ entity }, builder) => fail(entity, builder) },
    past_due: { build: buildFailed, perform: ({ entity }, { moment }) => becomePastDue(entity, moment) },
    paid: {
      build: buildReady,
      perform: ({ entity }, builder) => pay(entity, builder.paymentMeans(entity), builder.moment),
    },
    completed: { build: buildSubscribed, perform: ({ entity }, builder) => finish(entity, builder) },
    canceled: { build: buildReady, perform: ({ entity }, { moment }) => cancel(entity, moment) },
    revised: { build: buildCompleted, perform: ({ entity }, { moment }) => revise(entity, moment) },
  },
};

/** Applies the customer's credit to an existing transaction. */
function withOwnCredit(transaction: Transaction, { account }: EntityBuilder): Transaction {
  return credited(transaction, account.store);
}

function fail(transaction: Transaction, builder: EntityBuilder) {
  return failPayment(transaction, builder.paymentMeans(transaction), builder.moment);
}

function finish(transaction: Transaction, builder: EntityBuilder) {
  const { account, moment } = builder;
  return complete(transaction, builder.invoiceNumber(), builder.paymentMeans(transaction), moment, payoutOf(account));
}
