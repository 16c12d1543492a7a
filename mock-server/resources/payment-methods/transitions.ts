import { paddleError } from '../../errors/errors.ts';
import { type Announcement, type Change, type ChangeOf, changed, inOrder } from '../../state/change.ts';
import type { Creation } from '../../time/moment.ts';
import type { Address } from '../addresses/kind.ts';
import { refuseArchivedAddress } from '../addresses/transitions.ts';
import type { Customer } from '../customers/kind.ts';
import { refuseArchivedCustomer } from '../customers/transitions.ts';
import type { CardDetails } from './cards.ts';
import type { PaymentMethod } from './kind.ts';

/** Reason of a deletion. @evidence official */
type DeletionReason = 'api' | 'replaced_by_newer_version';

/**
 * Saves a card of a customer, at one of their addresses. It replaces an earlier one of the same brand and last digits.
 *
 * @param others the customer's saved payment methods
 * @evidence official: what is saved, and that a newer version replaces a payment method. assumed: what counts as a newer
 *   version, and that neither the customer nor the address may be archived
 */
export function save(
  customer: Customer,
  address: Address,
  others: readonly PaymentMethod[],
  { card, origin }: { card: CardDetails; origin: PaymentMethod['origin'] },
  creation: Creation,
): Change {
  refuseArchivedCustomer(customer, creation);
  if (address.customer_id !== customer.id) throw paddleError('not_found', { id: address.id });
  refuseArchivedAddress(address);
  const { id, now } = creation;
  const saved = announce({
    id,
    customer_id: customer.id,
    address_id: address.id,
    type: 'card',
    card,
    paypal: null,
    south_korea_local_card: null,
    underlying_details: null,
    origin,
    saved_at: now,
    updated_at: now,
  });
  const replaced = others.filter((other) => other.card?.type === card.type && other.card.last4 === card.last4);
  return inOrder(saved, ...replaced.map((other) => remove(other, 'replaced_by_newer_version')));
}

/** Announces a new payment method. */
export function announce(method: PaymentMethod): ChangeOf<'payment_methods'> {
  return changed('payment_methods', method, ['payment_method.saved']);
}

/** Deletes a payment method. @evidence official: for good, with the reason in the event */
export function remove(
  method: PaymentMethod,
  deletion_reason: DeletionReason,
): Required<Pick<Change, 'deletes' | 'events'>> {
  const event: Announcement<'payment_methods'> = {
    type: 'payment_method.deleted',
    kind: 'payment_methods',
    entity: method,
    extra: { deletion_reason },
  };
  return { deletes: [{ kind: 'payment_methods', id: method.id }], events: [event] };
}
