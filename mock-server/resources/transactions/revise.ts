import type { components } from '#openapi/generated/guide.ts';
import { isReverseCharged } from '../../billing/tax-identifier.ts';
import { paddleError } from '../../errors/errors.ts';
import type { ChangeOf } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import type { Transaction } from './kind.ts';
import { moveTransaction } from './moves.ts';
import type { Buyer } from './sale/buyer.ts';
import { revise as announce } from './transitions.ts';

export type TransactionRevise = components['schemas']['transaction-revise'];

/** The buyer, and whether the transaction was adjusted. */
export type Revised = { buyer: Buyer; isAdjusted: boolean };

/**
 * Revises a transaction. The customer, the address and the business do not change.
 *
 * @evidence official: the codes, and that a tax identifier that is added takes the tax off by an adjustment. assumed: what
 *   has to be there for which code
 */
export function revise(
  transaction: Transaction,
  input: TransactionRevise,
  { buyer, isAdjusted }: Revised,
  moment: Moment,
): ChangeOf<'transactions'> {
  moveTransaction('revise', transaction);
  if (isAdjusted) throw paddleError('transaction_adjusted_unable_to_revise');
  const { customer = {}, business = {}, address = {} } = input;
  if ([customer, business, address].every((part) => Object.keys(part).length === 0))
    throw paddleError('transaction_nothing_to_revise');
  refuseSetPlace(address, buyer);
  refuseTaxIdentifier(business, buyer);
  return announce(transaction, moment);
}

function refuseSetPlace({ city, region }: NonNullable<TransactionRevise['address']>, { address }: Buyer): void {
  const isSet = (sent: string | undefined, known: string | null | undefined) => sent !== undefined && Boolean(known);
  if (isSet(city, address?.city) || isSet(region, address?.region))
    throw paddleError('transaction_address_region_or_city_already_set');
}

function refuseTaxIdentifier(
  { name, tax_identifier }: NonNullable<TransactionRevise['business']>,
  { address, business }: Buyer,
): void {
  if (tax_identifier === undefined) return;
  if (!name && !business) throw paddleError('transaction_revise_missing_business_name');
  if (!isReverseCharged(address?.country_code ?? '', tax_identifier))
    throw paddleError('transaction_cannot_be_revised_with_invalid_tax_identifier');
}
