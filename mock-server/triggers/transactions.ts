import { storeCustomData } from '../resources/custom-data.ts';
import {
  becomePastDue,
  bill,
  cancel,
  change,
  complete,
  create,
  createBilled,
  failPayment,
  legalMoves,
  makeReady,
  pay,
  revise,
} from '../resources/transactions/transitions.ts';
import type { Transaction } from '../state/entities.ts';
import type { ChangeOf } from '../state/store.ts';
import { type Happening, type Happenings, whyNotFrom } from './happening.ts';
import type { Newcomers } from './newcomers.ts';

type Name = keyof typeof legalMoves;
type Part = Happening<'transactions'>;

const buildDraft: Part['build'] = (newcomers) => newcomers.buy('active').introduce();
const buildReady: Part['build'] = (newcomers) => newcomers.buy('active').ready();
const buildSubscribed: Part['build'] = (newcomers) => newcomers.buy('active').subscribed();
const buildCompleted: Part['build'] = (newcomers) => newcomers.announce(finish(buildSubscribed(newcomers), newcomers));
/** A checkout has no bill that stays unpaid, so it is the one of a renewal. */
const buildRenewal: Part['build'] = (newcomers) => newcomers.renewal(newcomers.buy('active').completed());
const buildBilled: Part['build'] = (newcomers) =>
  newcomers.announce(createBilled(buildRenewal(newcomers), newcomers.moment));
const buildFailed: Part['build'] = (newcomers) => newcomers.announce(fail(buildBilled(newcomers), newcomers));

export const transactionHappenings: Happenings<'transactions'> = {
  stateFields: ['status', 'billed_at', 'revised_at'],
  accept: (transaction, { behaviours }) => ({
    ...transaction,
    custom_data: storeCustomData(transaction.custom_data, behaviours),
  }),
  byName: {
    created: happening('created', (newcomers) => newcomers.buy('active').open(), create),
    // The first update of a purchase is that it has a buyer, and so is ready.
    updated: happening('updated', buildDraft, (transaction, { moment, purchase }) =>
      purchase ? makeReady(transaction, moment) : change(transaction, moment),
    ),
    ready: happening('ready', buildDraft, (transaction, { moment }) => makeReady(transaction, moment)),
    billed: happening('billed', buildRenewal, (transaction, newcomers) =>
      newcomers.purchase
        ? createBilled(transaction, newcomers.moment)
        : bill(transaction, newcomers.invoiceNumber(), newcomers.moment),
    ),
    payment_failed: happening('payment_failed', buildBilled, fail),
    past_due: happening('past_due', buildFailed, (transaction, { moment }) => becomePastDue(transaction, moment)),
    paid: happening('paid', buildReady, (transaction, newcomers) =>
      pay(transaction, newcomers.paymentMeans(transaction), newcomers.moment),
    ),
    completed: happening('completed', buildSubscribed, finish),
    canceled: happening('canceled', buildReady, (transaction, { moment }) => cancel(transaction, moment)),
    revised: happening('revised', buildCompleted, (transaction, { moment }) => revise(transaction, moment)),
  },
};

function happening(
  name: Name,
  build: Part['build'],
  happen: (transaction: Transaction, newcomers: Newcomers) => ChangeOf<'transactions'>,
): Part {
  return { build, whyNot: (transaction) => whyNot(name, transaction), happen };
}

function whyNot(name: Name, { status, customer_id, address_id, revised_at }: Transaction): string | undefined {
  const lacksSomebody = customer_id === null || address_id === null;
  if (name === 'ready' && status === 'draft' && lacksSomebody) return 'has no customer or no address';
  if (name === 'revised' && revised_at !== null) return 'was already revised, which is possible only once';
  return whyNotFrom(legalMoves[name], status);
}

function fail(transaction: Transaction, newcomers: Newcomers) {
  return failPayment(transaction, newcomers.paymentMeans(transaction), newcomers.moment);
}

function finish(transaction: Transaction, newcomers: Newcomers) {
  return complete(transaction, newcomers.invoiceNumber(), newcomers.paymentMeans(transaction), newcomers.moment);
}
