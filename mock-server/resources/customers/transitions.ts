import { isDeepStrictEqual } from 'node:util';
import type { components } from '#openapi/generated/guide.ts';
import { hintAtSwitch } from '../../behaviours.ts';
import { paddleError } from '../../errors.ts';
import type { Customer } from '../../state/entities.ts';
import type { Change } from '../../state/store.ts';
import type { Moment } from '../../time/moment.ts';
import { storeCustomData } from '../custom-data.ts';
import { refuseUnusableEmail } from '../email.ts';

export type CustomerUpdate = components['schemas']['customer-update'];

// Legal moves. An active customer can be changed and archived. What an archived one answers is the behaviour
// patch-archived: nothing changes it any more, or only setting its status to active does.

/**
 * Changes the fields that were sent.
 *
 * @param conflict ID of a customer who has the email address already, where no two may have it
 * @see https://developer.paddle.com/api-reference/about/data-types for what null and absent fields mean
 */
export function update(
  customer: Customer,
  input: CustomerUpdate,
  moment: Moment,
  conflict: string | undefined,
): Change {
  const { now, behaviours } = moment;
  if (customer.status === 'archived') refuseArchived(customer, input.status === 'active', moment);
  if (input.email !== undefined) refuseUnusableEmail(input.email);
  refuseImportMeta(customer, input);
  // @evidence assumed: Paddle names the conflict for create; the same rule is taken to hold for update.
  if (conflict !== undefined && conflict !== customer.id) {
    throw paddleError('customer_already_exists', { customer_id: conflict });
  }
  const { custom_data = customer.custom_data, ...fields } = input;
  return changed({ ...customer, ...fields, custom_data: storeCustomData(custom_data, behaviours) }, now);
}

/**
 * A second time answers like any other change of an archived customer: to archive is to modify.
 *
 * @evidence guide, for the endpoint, and that an archived customer may not be found; assumed, for the endpoint beside
 * entity_archived, which nobody publishes
 * @see https://developer.paddle.com/errors/shared/entity_archived
 */
export function archive(customer: Customer, moment: Moment): Change {
  if (customer.status === 'archived') refuseArchived(customer, false, moment);
  return changed({ ...customer, status: 'archived' }, moment.now);
}

/** Every use of a customer for something new needs an active one. @see https://developer.paddle.com/api-reference/about/delete-entities */
export function refuseArchivedCustomer(customer: Customer): void {
  if (customer.status === 'archived') throw paddleError('entity_archived', { entity: 'Customer', id: customer.id });
}

function changed(customer: Customer, now: string): Change {
  return { kind: 'customers', entity: { ...customer, updated_at: now }, events: ['customer.updated'] };
}

function refuseArchived(customer: Customer, isReactivated: boolean, { behaviours }: Moment): void {
  if (behaviours['patch-archived'] === 'not-found') {
    const other = { name: 'patch-archived', value: 'entity-archived' } as const;
    throw paddleError('not_found', {
      id: customer.id,
      hint: isReactivated ? hintAtSwitch(behaviours, other) : undefined,
    });
  }
  if (!isReactivated) throw paddleError('entity_archived', { entity: 'Customer', id: customer.id });
}

/** @evidence guide: "immutable after set"; assumed, for code and message. */
function refuseImportMeta(customer: Customer, input: CustomerUpdate): void {
  if (input.import_meta !== undefined && !isDeepStrictEqual(input.import_meta, customer.import_meta)) {
    throw paddleError('invalid_field', {
      errors: [{ field: 'import_meta', message: 'cannot be changed after the customer was created' }],
    });
  }
}
