import { expect, test } from 'vitest';
import { buildTransaction } from '#fixtures/index.ts';
import { profile } from '../../spec/behaviours.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import { casesOf, outcomeOf } from '../../testing/outcome.ts';
import type { Transaction } from './kind.ts';
import { moveTransaction, type TransactionOperation } from './moves.ts';
import {
  becomePastDue,
  bill,
  cancel,
  challenge,
  change,
  complete,
  create,
  createBilled,
  failPayment,
  makeReady,
  pay,
  revise,
} from './transitions.ts';

const moment = { now: '2026-07-01T12:00:00Z', behaviours: profile('official') };
const [means] = buildTransaction({ seed: 1, status: 'completed' }).payments;
if (!means) throw new Error('A completed transaction of the fixtures has no payment.');
const statuses = ['draft', 'ready', 'billed', 'paid', 'completed', 'past_due', 'canceled'] as const;

const moves: Record<TransactionOperation, (transaction: Transaction) => ChangeOf<'transactions'>> = {
  announce: create,
  change: (transaction) => change(transaction, moment),
  edit: (transaction) => changed('transactions', { ...transaction, status: moveTransaction('edit', transaction) }, []),
  makeReady: (transaction) => makeReady(transaction, moment),
  bill: (transaction) => bill(transaction, '325-1', moment),
  failPayment: (transaction) => failPayment(transaction, means, moment),
  challenge: (transaction) => challenge(transaction, means, moment),
  becomePastDue: (transaction) => becomePastDue(transaction, moment),
  pay: (transaction) => pay(transaction, means, moment),
  complete: (transaction) => complete(transaction, '325-1', means, moment),
  cancel: (transaction) => cancel(transaction, moment),
  revise: (transaction) => revise(transaction, moment),
};

function transaction(status: Transaction['status'], overrides: Partial<Transaction> = {}): Transaction {
  const customer_id = buildTransaction({ seed: 1 }).customer_id;
  const owned = { customer_id, address_id: buildTransaction({ seed: 1 }).address_id, revised_at: null };
  return { ...buildTransaction({ seed: 1, status }), ...owned, ...overrides };
}

const [immutable, noChange] = ['transaction_immutable', 'transaction_invalid_status_change'];
const notReady = 'transaction_not_ready_cannot_process_payment';
const notToRevise = 'transaction_invalid_status_to_revise';

test.each(
  casesOf<TransactionOperation, Transaction['status']>(statuses, {
    announce: ['draft', 'ready', 'billed', immutable, immutable, immutable, immutable],
    change: ['draft', 'ready', 'billed', 'paid', 'completed', 'past_due', immutable],
    edit: ['draft', 'ready', immutable, immutable, immutable, immutable, immutable],
    makeReady: ['ready', noChange, noChange, noChange, noChange, noChange, noChange],
    bill: ['transaction_status_must_be_ready', 'billed', noChange, noChange, noChange, noChange, noChange],
    failPayment: [notReady, 'ready', 'billed', immutable, immutable, 'past_due', immutable],
    challenge: [notReady, 'ready', 'billed', immutable, immutable, 'past_due', immutable],
    becomePastDue: [noChange, noChange, 'past_due', noChange, noChange, noChange, noChange],
    pay: [notReady, 'paid', 'paid', immutable, immutable, 'paid', immutable],
    complete: [notReady, 'completed', 'completed', 'completed', immutable, 'completed', immutable],
    cancel: [noChange, 'canceled', 'canceled', noChange, noChange, 'canceled', noChange],
    revise: [notToRevise, notToRevise, 'billed', notToRevise, 'completed', notToRevise, notToRevise],
  }),
)('%s of a transaction that is %s leads to %s', (operation, status, outcome) => {
  expect(outcomeOf(() => moves[operation](transaction(status)))).toBe(outcome);
});

test('a renewal is billed at its creation, from ready only', () => {
  const outcomes = statuses.map((status) => outcomeOf(() => createBilled(transaction(status), moment)));
  expect(outcomes.filter((outcome) => outcome === 'billed')).toHaveLength(1);
  expect(outcomes[statuses.indexOf('ready')]).toBe('billed');
});

test.each([{ customer_id: null }, { address_id: null }])('a draft with %j does not become ready', (missing) => {
  expect(outcomeOf(() => makeReady(transaction('draft', missing), moment))).toBe(noChange);
});

test('a transaction is revised once', () => {
  const revised = transaction('completed', { revised_at: '2026-06-01T12:00:00Z' });
  expect(outcomeOf(() => revise(revised, moment))).toBe('transaction_revised_limit_reached');
});

test('a refusal names both statuses', () => {
  expect(() => cancel(transaction('completed'), moment)).toThrow("from 'completed' to 'canceled'");
});
