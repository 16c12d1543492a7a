import type { components } from '#openapi/generated/guide.ts';
import type { Behaviours } from '../../behaviours.ts';
import { paddleError } from '../../errors.ts';
import type { Address } from '../../state/entities.ts';
import type { Change } from '../../state/store.ts';
import type { Moment } from '../../time/moment.ts';
import { storeCustomData } from '../custom-data.ts';
import { postalCodeCountries, supportedCountry } from './countries.ts';

export type AddressUpdate = components['schemas']['address-update'];

// Legal moves. An active address can be changed and archived; an archived one can only be made active again.

/** Changes the fields that were sent. @see https://developer.paddle.com/errors/shared/entity_archived */
export function update(address: Address, input: AddressUpdate, { now, behaviours }: Moment): Change {
  if (address.status === 'archived' && input.status !== 'active')
    throw paddleError('entity_archived', { entity: 'Address', id: address.id });
  const { custom_data = address.custom_data, country_code = address.country_code, ...fields } = input;
  const country = supportedCountry(country_code);
  const entity: Address = {
    ...address,
    ...fields,
    country_code: country,
    custom_data: storeCustomData(custom_data, behaviours),
    updated_at: now,
  };
  const isMoved = input.country_code !== undefined || input.postal_code !== undefined;
  if (isMoved) refuseMissingPostalCode(entity.country_code, entity.postal_code, behaviours);
  return { kind: 'addresses', entity, events: ['address.updated'] };
}

/** @evidence official: some countries need a postal code. assumed: the code and the message. */
export function refuseMissingPostalCode(
  country: string,
  postalCode: string | null | undefined,
  behaviours: Behaviours,
): void {
  if (behaviours['postal-code'] === 'required-by-country' && !postalCode && postalCodeCountries.has(country)) {
    throw paddleError('invalid_field', {
      errors: [{ field: 'postal_code', message: 'must be provided as part of the request' }],
    });
  }
}
