import type { operations } from '#openapi/generated/control.ts';
import type { Account } from '../../account/account.ts';
import { PaddleApiError } from '../../errors/errors.ts';
import { moveAdjustment } from '../../resources/adjustments/moves.ts';
import { type Archivable, archivableMoves } from '../../resources/archivable-moves.ts';
import { customerMoves } from '../../resources/customers/moves.ts';
import { discountMoves } from '../../resources/discounts/moves.ts';
import type { ArchivableKind, Entities, Kind } from '../../resources/kinds.ts';
import { type Moves, move, type Stateful } from '../../resources/moves.ts';
import { isCardless, moveSubscription } from '../../resources/subscriptions/moves/moves.ts';
import { moveTransaction } from '../../resources/transactions/moves.ts';
import { controlRoot } from '../../wire/control-root.ts';

/** A move as the control plane shows it. */
export type ShownMove = operations['getEntity']['responses'][200]['content']['application/json']['moves'][number];

type MoveRequest = ShownMove['request'];

/** A way to make a move: the request, and the check of the moves' table, which throws the published refusal. */
type Way = { name: string; request: MoveRequest; check: () => unknown };

/** Ways of each kind. Moves that need a choice, such as items or a date, have none. */
const waysOf: { readonly [Name in Kind]?: (entity: Entities[Name], account: Account) => readonly Way[] } = {
  customers: (customer, { behaviours }) => archiving(customer, customerMoves(behaviours), `/customers/${customer.id}`),
  addresses: (address) => archivingOf('addresses', address, ofCustomer('addresses', address)),
  businesses: (business) => archivingOf('businesses', business, ofCustomer('businesses', business)),
  products: (product) => archivingOf('products', product, `/products/${product.id}`),
  prices: (price) => archivingOf('prices', price, `/prices/${price.id}`),
  discount_groups: (group) => archivingOf('discount_groups', group, `/discount-groups/${group.id}`),
  discounts: (discount) => archiving(discount, discountMoves, `/discounts/${discount.id}`),

  subscriptions: (subscription) => {
    const path = `/subscriptions/${subscription.id}`;
    const check = (operation: Parameters<typeof moveSubscription>[0]) => () =>
      moveSubscription(operation, subscription);
    const now = { effective_from: 'immediately' };
    const { next_billed_at, scheduled_change } = subscription;
    return [
      { name: 'activate', request: post(`${path}/activate`), check: check('activate') },
      ...(next_billed_at === null
        ? []
        : [{ name: 'renew', request: advanceTo(next_billed_at), check: check('renew') }]),
      { name: 'failRenewal', request: trigger('subscription.past_due', subscription), check: check('failRenewal') },
      { name: 'pause', request: post(`${path}/pause`, now), check: check('pause') },
      { name: 'schedulePause', request: post(`${path}/pause`), check: check('schedulePause') },
      { name: 'resume', request: post(`${path}/resume`, now), check: check('resume') },
      ...(scheduled_change === null
        ? []
        : [
            {
              name: 'removeScheduledChange',
              request: patch(path, { scheduled_change: null }),
              check: check('removeScheduledChange'),
            },
          ]),
      // These are canceled at once in any case.
      ...(subscription.status === 'paused' || isCardless(subscription)
        ? []
        : [{ name: 'scheduleCancel', request: post(`${path}/cancel`), check: check('scheduleCancel') }]),
      { name: 'cancel', request: post(`${path}/cancel`, now), check: check('cancel') },
    ];
  },

  transactions: (transaction) => {
    const path = `/transactions/${transaction.id}`;
    const pay = (card: string) => post(`${controlRoot}${path}/pay`, { card });
    const check = (operation: Parameters<typeof moveTransaction>[0]) => () => moveTransaction(operation, transaction);
    return [
      { name: 'bill', request: patch(path, { status: 'billed' }), check: check('bill') },
      { name: 'pay', request: pay('4242 4242 4242 4242'), check: check('pay') },
      { name: 'failPayment', request: pay('4000 0000 0000 0002'), check: check('failPayment') },
      { name: 'challenge', request: pay('4000 0038 0000 0446'), check: check('challenge') },
      { name: 'becomePastDue', request: trigger('transaction.past_due', transaction), check: check('becomePastDue') },
      { name: 'cancel', request: patch(path, { status: 'canceled' }), check: check('cancel') },
    ];
  },

  adjustments: (adjustment) => {
    const path = `${controlRoot}/adjustments/${adjustment.id}`;
    return [
      { name: 'approve', request: post(`${path}/approve`), check: () => moveAdjustment('approve', adjustment) },
      { name: 'reject', request: post(`${path}/reject`), check: () => moveAdjustment('reject', adjustment) },
    ];
  },
};

/** Lists the moves of an entity, each legal in its status or with the refusal that the tables of moves name. */
export function movesOf<Name extends Kind>(kind: Name, entity: Entities[Name], account: Account): ShownMove[] {
  const ways = waysOf[kind]?.(entity, account) ?? [];
  return ways.map(({ name, request, check }) => ({ name, request, refusal: refusalOf(check) }));
}

function refusalOf(check: () => unknown): ShownMove['refusal'] {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof PaddleApiError)) throw error;
    return { code: error.code, hint: error.hint ?? null };
  }
}

/** Archiving, or reactivating what is archived. */
function archiving<Entity extends Stateful>(
  entity: Entity,
  moves: Moves<Entity, 'archive' | 'reactivate'>,
  path: string,
): Way[] {
  return entity.status === 'archived'
    ? [
        {
          name: 'reactivate',
          request: patch(path, { status: 'active' }),
          check: () => move(moves, 'reactivate', entity),
        },
      ]
    : [{ name: 'archive', request: patch(path, { status: 'archived' }), check: () => move(moves, 'archive', entity) }];
}

function archivingOf(kind: ArchivableKind, entity: Archivable, path: string): Way[] {
  return archiving(entity, archivableMoves(kind), path);
}

function ofCustomer(noun: string, { customer_id, id }: { customer_id: string | null; id: string }): string {
  return `/customers/${customer_id}/${noun}/${id}`;
}

function post(path: string, body: NonNullable<MoveRequest['body']> | null = null): MoveRequest {
  return { method: 'POST', path, body };
}

function patch(path: string, body: NonNullable<MoveRequest['body']>): MoveRequest {
  return { method: 'PATCH', path, body };
}

function trigger(eventType: string, { id }: { id: string }): MoveRequest {
  return post(`${controlRoot}/trigger/${eventType}`, { entity_id: id });
}

function advanceTo(time: string): MoveRequest {
  return post(`${controlRoot}/clock/advance`, { to: time });
}
