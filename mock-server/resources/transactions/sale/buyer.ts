import { paddleError } from '../../../errors/errors.ts';
import type { Store } from '../../../state/store.ts';
import type { Moment } from '../../../time/moment.ts';
import type { Address } from '../../addresses/kind.ts';
import { archivableMoves } from '../../archivable-moves.ts';
import type { Business } from '../../businesses/kind.ts';
import type { Customer } from '../../customers/kind.ts';
import { refuseArchivedCustomer } from '../../customers/transitions.ts';
import { move } from '../../moves.ts';

/** Customer, address and business of a sale. */
export type Buyer = { customer: Customer | null; address: Address | null; business: Business | null };

/** IDs of a buyer, as requests have them. */
export type BuyerIds = {
  customer_id?: string | null;
  address_id?: string | null;
  business_id?: string | null;
};

const addressMoves = archivableMoves('addresses');
const businessMoves = archivableMoves('businesses');

/**
 * Finds the customer, the address and the business of a sale.
 *
 * @throws PaddleApiError if one is missing, archived or another customer's, or there is no customer to own them
 * @evidence official: an address and a business need a customer. assumed: `not_found` for one that is unknown or another
 *   customer's, and `entity_archived` for one that is archived
 */
export function findBuyer({ customer_id, address_id, business_id }: BuyerIds, store: Store, moment: Moment): Buyer {
  if (!customer_id) {
    if (address_id) throw paddleError('transaction_customer_is_required_with_address');
    if (business_id) throw paddleError('transaction_customer_is_required_for_business_validation');
    return { customer: null, address: null, business: null };
  }
  const customer = store.customers.require(customer_id);
  const address = address_id ? store.addresses.requireOf(customer_id, address_id) : null;
  const business = business_id ? store.businesses.requireOf(customer_id, business_id) : null;
  refuseArchivedCustomer(customer, moment);
  if (address) move(addressMoves, 'use', address);
  if (business) move(businessMoves, 'use', business);
  return { customer, address, business };
}
