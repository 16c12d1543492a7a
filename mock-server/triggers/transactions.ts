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
import type { Happening, Happenings } from './happening.ts';
import type { Newcomers } from './newcomers.ts';

type Part = Happening<'transactions'>;

const buildDraft: Part['build'] = (newcomers) => newcomers.buy('active').introduce();
const buildReady: Part['build'] = (newcomers) => newcomers.buy('active').ready();
const buildSubscribed: Part['build'] = (newcomers) => newcomers.buy('active').subscribed();
const buildCompleted: Part['build'] = (newcomers) => newcomers.announce(finish(buildSubscribed(newcomers), newcomers));
/** A checkout has no unpaid bill, so it is the one of a renewal. */
const buildRenewal: Part['build'] = (newcomers) => newcomers.renewal(newcomers.buy('active').completed());
const buildBilled: Part['build'] = (newcomers) =>
  newcomers.announce(createBilled(buildRenewal(newcomers), newcomers.moment));
const buildFailed: Part['build'] = (newcomers) => newcomers.announce(fail(buildBilled(newcomers), newcomers));

export const transactionHappenings: Happenings<'transactions'> = {
  stateFields: ['status', 'billed_at', 'revised_at'],
  byName: {
    created: { build: (newcomers) => newcomers.buy('active').open(), happen: ({ entity }) => create(entity) },
    // The first update of a purchase adds the buyer, which makes it ready.
    updated: {
      build: buildDraft,
      happen: ({ entity }, { moment, purchase }) => (purchase ? makeReady(entity, moment) : change(entity, moment)),
    },
    ready: { build: buildDraft, happen: ({ entity }, { moment }) => makeReady(entity, moment) },
    billed: {
      build: buildRenewal,
      happen: ({ entity }, newcomers) =>
        newcomers.purchase
          ? createBilled(entity, newcomers.moment)
          : bill(entity, newcomers.invoiceNumber(), newcomers.moment),
    },
    payment_failed: { build: buildBilled, happen: ({ entity }, newcomers) => fail(entity, newcomers) },
    past_due: { build: buildFailed, happen: ({ entity }, { moment }) => becomePastDue(entity, moment) },
    paid: {
      build: buildReady,
      happen: ({ entity }, newcomers) => pay(entity, newcomers.paymentMeans(entity), newcomers.moment),
    },
    completed: { build: buildSubscribed, happen: ({ entity }, newcomers) => finish(entity, newcomers) },
    canceled: { build: buildReady, happen: ({ entity }, { moment }) => cancel(entity, moment) },
    revised: { build: buildCompleted, happen: ({ entity }, { moment }) => revise(entity, moment) },
  },
};

function fail(transaction: Transaction, newcomers: Newcomers) {
  return failPayment(transaction, newcomers.paymentMeans(transaction), newcomers.moment);
}

function finish(transaction: Transaction, newcomers: Newcomers) {
  return complete(transaction, newcomers.invoiceNumber(), newcomers.paymentMeans(transaction), newcomers.moment);
}
