import { isDeepStrictEqual } from 'node:util';
import type { components } from '#openapi/generated/guide.ts';
import { paddleError } from '../../errors/errors.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import { updateOperation } from '../archivable-moves.ts';
import { storeCustomData, type WithCustomData } from '../custom-data.ts';
import { refuseUnusableEmail } from '../email.ts';
import { move } from '../moves.ts';
import type { Customer } from './kind.ts';
import { customerMoves } from './moves.ts';

export type CustomerUpdate = WithCustomData<components['schemas']['customer-update']>;

/**
 * Announces a new customer.
 *
 * @param conflict ID of another customer with the email address, if addresses must be unique
 */
export function announce(
  customer: Customer,
  type: 'customer.created' | 'customer.imported',
  { behaviours }: Moment,
  conflict: string | undefined,
): ChangeOf<'customers'> {
  const status = move(customerMoves(behaviours), 'announce', customer);
  refuseUnusableEmail(customer.email);
  // @evidence assumed: archived customers count too, and the comparison is case-sensitive.
  refuseConflict(customer, conflict);
  return changed('customers', { ...customer, status }, [type]);
}

/**
 * Changes the fields that were sent.
 *
 * @param conflict ID of another customer with the email address, if addresses must be unique
 * @see https://developer.paddle.com/api-reference/about/data-types for the meaning of null and absent fields
 */
export function update(
  customer: Customer,
  input: CustomerUpdate,
  { now, behaviours }: Moment,
  conflict: string | undefined,
): ChangeOf<'customers'> {
  const status = move(customerMoves(behaviours), updateOperation(input), customer);
  if (input.email !== undefined) refuseUnusableEmail(input.email);
  refuseImportMeta(customer, input);
  // @evidence assumed: Paddle documents the conflict for create only; the same rule is applied to update.
  refuseConflict(customer, conflict);
  const { custom_data = customer.custom_data, ...fields } = input;
  const stored = storeCustomData(custom_data, behaviours);
  return changed('customers', { ...customer, ...fields, status, custom_data: stored, updated_at: now }, [
    'customer.updated',
  ]);
}

/** Archives a customer. @evidence guide, for the endpoint */
export function archive(customer: Customer, { now, behaviours }: Moment): ChangeOf<'customers'> {
  const status = move(customerMoves(behaviours), 'archive', customer);
  return changed('customers', { ...customer, status, updated_at: now }, ['customer.updated']);
}

/**
 * Rejects new entities for an archived customer. @see
 * https://developer.paddle.com/api-reference/about/delete-entities
 */
export function refuseArchivedCustomer(customer: Customer, { behaviours }: Moment): void {
  move(customerMoves(behaviours), 'use', customer);
}

function refuseConflict({ id }: Customer, conflict: string | undefined): void {
  if (conflict !== undefined && conflict !== id)
    throw paddleError('customer_already_exists', { customer_id: conflict });
}

/** @evidence guide: "immutable after set"; assumed, for code and message. */
function refuseImportMeta(customer: Customer, input: CustomerUpdate): void {
  if (input.import_meta !== undefined && !isDeepStrictEqual(input.import_meta, customer.import_meta)) {
    throw paddleError('invalid_field', {
      errors: [{ field: 'import_meta', message: 'cannot be changed after the customer was created' }],
    });
  }
}
