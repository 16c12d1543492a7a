import { paddleError } from '../../errors/errors.ts';
import { type Moves, move, type Refusal, refuse } from '../moves.ts';
import type { Transaction } from './kind.ts';

type Status = Transaction['status'];

export type TransactionOperation =
  | 'announce'
  | 'change'
  | 'edit'
  | 'makeReady'
  | 'bill'
  | 'failPayment'
  | 'challenge'
  | 'becomePastDue'
  | 'pay'
  | 'complete'
  | 'cancel'
  | 'revise';

const immutable = refuse('transaction_immutable');
const notReady = refuse('transaction_not_ready_cannot_process_payment');
const cannotBecome =
  (to: Status): Refusal<Transaction> =>
  ({ status: from }, hint) =>
    paddleError('transaction_invalid_status_change', { from, to, hint });

/**
 * Legal moves of transactions. `canceled` is final. Completing an unpaid one pays it on the way.
 *
 * @evidence official: draft → ready → billed → paid → completed, past due from billed, canceled from ready, billed
 *   and past due, revised once billed or completed; the codes of bill, cancel and revise. assumed: the statuses and
 *   codes of the other operations, which Paddle performs itself
 * @see https://developer.paddle.com/errors/transactions
 */
const transactionMoves: Moves<Transaction, TransactionOperation> = {
  announce: { draft: 'draft', ready: 'ready', billed: 'billed', otherwise: immutable },
  change: {
    draft: 'draft',
    ready: 'ready',
    billed: 'billed',
    paid: 'paid',
    completed: 'completed',
    past_due: 'past_due',
    canceled: immutable,
  },
  edit: { draft: 'draft', ready: 'ready', otherwise: immutable },
  makeReady: { draft: 'ready', otherwise: cannotBecome('ready') },
  bill: { ready: 'billed', draft: refuse('transaction_status_must_be_ready'), otherwise: cannotBecome('billed') },
  failPayment: { ready: 'ready', billed: 'billed', past_due: 'past_due', draft: notReady, otherwise: immutable },
  challenge: { ready: 'ready', billed: 'billed', past_due: 'past_due', draft: notReady, otherwise: immutable },
  becomePastDue: { billed: 'past_due', otherwise: cannotBecome('past_due') },
  pay: { ready: 'paid', billed: 'paid', past_due: 'paid', draft: notReady, otherwise: immutable },
  complete: {
    ready: 'completed',
    billed: 'completed',
    past_due: 'completed',
    paid: 'completed',
    draft: notReady,
    otherwise: immutable,
  },
  cancel: { ready: 'canceled', billed: 'canceled', past_due: 'canceled', otherwise: cannotBecome('canceled') },
  revise: { billed: 'billed', completed: 'completed', otherwise: refuse('transaction_invalid_status_to_revise') },
};

const incomplete = cannotBecome('ready');
const revisedBefore = refuse('transaction_revised_limit_reached');

/**
 * Returns the status after an operation.
 *
 * @evidence official: a ready transaction has a customer and an address; a revision is possible once. assumed, for
 *   the code of the former
 * @throws PaddleApiError if the transaction's status does not allow the operation, or a required field is missing
 */
export function moveTransaction(operation: TransactionOperation, transaction: Transaction): Status {
  const status = move(transactionMoves, operation, transaction);
  const { id, customer_id, address_id, revised_at } = transaction;
  if (operation === 'makeReady' && (customer_id === null || address_id === null))
    throw incomplete(transaction, `${id} has no customer or no address.`);
  if (operation === 'revise' && revised_at !== null)
    throw revisedBefore(transaction, `${id} was already revised, which is possible only once.`);
  return status;
}
