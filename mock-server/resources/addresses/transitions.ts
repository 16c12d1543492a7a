import type { components } from '#openapi/generated/guide.ts';
import { paddleError } from '../../errors/errors.ts';
import type { Behaviours } from '../../spec/behaviours.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import { archivableMoves, updateOperation } from '../archivable-moves.ts';
import { storeCustomData, type WithCustomData } from '../custom-data.ts';
import { move } from '../moves.ts';
import { postalCodeCountries, supportedCountry } from './countries.ts';
import type { Address } from './kind.ts';

export type AddressUpdate = WithCustomData<components['schemas']['address-update']>;

const moves = archivableMoves('addresses');

/** Announces a new address. */
export function announce(
  address: Address,
  type: 'address.created' | 'address.imported',
  { behaviours }: Moment,
): ChangeOf<'addresses'> {
  const status = move(moves, 'announce', address);
  refuseMissingPostalCode(address, behaviours);
  return changed('addresses', { ...address, status }, [type]);
}

/** Changes the fields that were sent. */
export function update(address: Address, input: AddressUpdate, { now, behaviours }: Moment): ChangeOf<'addresses'> {
  const status = move(moves, updateOperation(input), address);
  const { custom_data = address.custom_data, country_code = address.country_code, ...fields } = input;
  const entity: Address = {
    ...address,
    ...fields,
    status,
    country_code: supportedCountry(country_code),
    custom_data: storeCustomData(custom_data, behaviours),
    updated_at: now,
  };
  const isMoved = input.country_code !== undefined || input.postal_code !== undefined;
  if (isMoved) refuseMissingPostalCode(entity, behaviours);
  return changed('addresses', entity, ['address.updated']);
}

/** Rejects new entities at an archived address. */
export function refuseArchivedAddress(address: Address): void {
  move(moves, 'use', address);
}

/** @evidence official: some countries need a postal code. assumed: the code and the message. */
function refuseMissingPostalCode({ country_code, postal_code }: Address, behaviours: Behaviours): void {
  if (behaviours['postal-code'] === 'required-by-country' && !postal_code && postalCodeCountries.has(country_code)) {
    throw paddleError('invalid_field', {
      errors: [{ field: 'postal_code', message: 'must be provided as part of the request' }],
    });
  }
}
