import { storeCustomData } from '../resources/custom-data.ts';
import {
  becomePastDue,
  bill,
  cancel,
  change,
  complete,
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

const buildNew: Part['build'] = (newcomers) => newcomers.transaction();
const buildReady: Part['build'] = (newcomers) => newcomers.announce(create(newcomers.transaction()));
const buildDraft: Part['build'] = (newcomers) =>
  newcomers.announce(create({ ...newcomers.transaction(), status: 'draft' }));
const buildBilled: Part['build'] = (newcomers) =>
  newcomers.announce(bill(buildReady(newcomers), newcomers.invoiceNumber(), newcomers.moment));
const buildFailed: Part['build'] = (newcomers) => newcomers.announce(fail(buildBilled(newcomers), newcomers));
const buildPaid: Part['build'] = (newcomers) => {
  const billed = buildBilled(newcomers);
  return newcomers.announce(pay(billed, newcomers.paymentMeans(billed), newcomers.moment));
};
const buildCompleted: Part['build'] = (newcomers) => newcomers.announce(finish(buildPaid(newcomers), newcomers));

export const transactionHappenings: Happenings<'transactions'> = {
  stateFields: ['status', 'billed_at', 'revised_at'],
  accept: (transaction, { behaviours }) => ({
    ...transaction,
    custom_data: storeCustomData(transaction.custom_data, behaviours),
  }),
  byName: {
    created: happening('created', buildNew, create),
    updated: happening('updated', buildReady, (transaction, { moment }) => change(transaction, moment)),
    ready: happening('ready', buildDraft, (transaction, { moment }) => makeReady(transaction, moment)),
    billed: happening('billed', buildReady, (transaction, newcomers) =>
      bill(transaction, newcomers.invoiceNumber(), newcomers.moment),
    ),
    payment_failed: happening('payment_failed', buildBilled, fail),
    past_due: happening('past_due', buildFailed, (transaction, { moment }) => becomePastDue(transaction, moment)),
    paid: happening('paid', buildBilled, (transaction, newcomers) =>
      pay(transaction, newcomers.paymentMeans(transaction), newcomers.moment),
    ),
    completed: happening('completed', buildPaid, finish),
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
  if (name === 'ready' && status === 'draft' && lacksSomebody) return 'lacks a customer or an address';
  if (name === 'revised' && revised_at !== null) return 'was revised before, and that can be done once';
  return whyNotFrom(legalMoves[name], status);
}

function create(entity: Transaction): ChangeOf<'transactions'> {
  return { kind: 'transactions', entity, events: ['transaction.created'] };
}

function fail(transaction: Transaction, newcomers: Newcomers) {
  return failPayment(transaction, newcomers.paymentMeans(transaction), newcomers.moment);
}

function finish(transaction: Transaction, newcomers: Newcomers) {
  return complete(transaction, newcomers.invoiceNumber(), newcomers.paymentMeans(transaction), newcomers.moment);
}
