import { paddleError } from '../../errors/errors.ts';
import { type Announcement, type Change, type ChangeOf, changed } from '../../state/change.ts';
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
 * Saves a card of a customer, at one of their addresses.
 *
 * @evidence official: what is saved; assumed: that neither the customer nor the address may be archived
 */
export function save(
  customer: Customer,
  address: Address,
  card: CardDetails,
  origin: PaymentMethod['origin'],
  creation: Creation,
): ChangeOf<'payment_methods'> {
  refuseArchivedCustomer(customer, creation);
  if (address.customer_id !== customer.id) throw paddleError('not_found', { id: address.id });
  refuseArchivedAddress(address);
  const { id, now } = creation;
  return announce({
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
}

/** Announces a new payment method. */
export function announce(method: PaymentMethod): ChangeOf<'payment_methods'> {
  return changed('payment_methods', method, ['payment_method.saved']);
}

/** Deletes a payment method. @evidence official: for good, with the reason in the event */
export function remove(method: PaymentMethod, deletion_reason: DeletionReason): Change {
  const event: Announcement<'payment_methods'> = {
    type: 'payment_method.deleted',
    kind: 'payment_methods',
    entity: method,
    extra: { deletion_reason },
  };
  return { deletes: [{ kind: 'payment_methods', id: method.id }], events: [event] };
}
