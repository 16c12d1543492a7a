import type { components } from '#openapi/generated/guide.ts';
import { isReverseCharged } from '../../billing/tax/tax-identifier.ts';
import { paddleError } from '../../errors/errors.ts';
import { type ChangeOf, inOrder } from '../../state/change.ts';
import { tookEffect } from '../adjustments/take-effect.ts';
import { type Adjusted, type AdjustmentCreation, adjustTax } from '../adjustments/transitions.ts';
import type { Transaction, TransactionParts } from './kind.ts';
import { moveTransaction } from './moves.ts';
import { revise as announce } from './transitions.ts';

export type TransactionRevise = components['schemas']['transaction-revise'];

/** Entities that the transaction refers to, its adjustments and its payout. */
export type Revised = Omit<Adjusted, 'transaction'> & { parts: TransactionParts };

/**
 * Revises a transaction, once, and takes off its tax if that adds a tax identifier. The customer, the address and the
 * business do not change.
 *
 * @evidence official: the codes, the adjustment, and that related entities stay unchanged. assumed: what has to be there for
 *   which code, and that an adjustment that waits for its approval or was rejected prevents nothing
 */
export function revise(
  transaction: Transaction,
  input: TransactionRevise,
  { parts, earlier, payout }: Revised,
  creation: AdjustmentCreation,
): ChangeOf<'transactions'> {
  moveTransaction('revise', transaction);
  if (earlier.some(tookEffect)) throw paddleError('transaction_adjusted_unable_to_revise');
  const { customer = {}, business = {}, address = {} } = input;
  if ([customer, business, address].every((part) => Object.keys(part).length === 0))
    throw paddleError('transaction_nothing_to_revise');
  refuseSetPlace(address, parts);
  refuseTaxIdentifier(business, parts);
  const facts = {
    entry: 'private facts',
    kind: 'transactions',
    id: transaction.id,
    facts: correct(parts, input),
  } as const;
  const revised = announce(transaction, creation);
  const [{ entity }] = revised.puts;
  const adjusted = { transaction: entity, earlier, ...(payout && { payout }) };
  const untaxed = business.tax_identifier === undefined ? undefined : adjustTax(adjusted, creation);
  if (!untaxed) return { ...revised, entries: [facts] };
  return {
    ...inOrder(revised, untaxed),
    puts: [mainOf(untaxed) ?? revised.puts[0], ...untaxed.puts],
    entries: [facts],
  };
}

/** Returns the transaction after its adjustment. */
function mainOf({ puts }: ChangeOf<'adjustments'>): ChangeOf<'transactions'>['puts'][0] | undefined {
  return puts.flatMap((put) => (put.kind === 'transactions' ? [put] : [])).at(-1);
}

function correct(parts: TransactionParts, input: TransactionRevise): TransactionParts {
  const { customer, address, business } = parts;
  return {
    ...parts,
    customer: customer && { ...customer, ...input.customer },
    address: address && { ...address, ...input.address },
    business: business && { ...business, ...input.business },
    ...(!business && input.business && { company: input.business }),
  };
}

function refuseSetPlace(
  { city, region }: NonNullable<TransactionRevise['address']>,
  { address }: TransactionParts,
): void {
  const isSet = (sent: string | undefined, known: string | null | undefined) => sent !== undefined && Boolean(known);
  if (isSet(city, address?.city) || isSet(region, address?.region))
    throw paddleError('transaction_address_region_or_city_already_set');
}

function refuseTaxIdentifier(
  { name, tax_identifier }: NonNullable<TransactionRevise['business']>,
  { address, business }: TransactionParts,
): void {
  if (tax_identifier === undefined) return;
  if (!name && !business) throw paddleError('transaction_revise_missing_business_name');
  if (!isReverseCharged(address?.country_code ?? '', tax_identifier))
    throw paddleError('transaction_cannot_be_revised_with_invalid_tax_identifier');
}
