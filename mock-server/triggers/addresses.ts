import { refuseMissingPostalCode } from '../resources/addresses/transitions.ts';
import { storeCustomData } from '../resources/custom-data.ts';
import type { Address } from '../state/entities.ts';
import type { ChangeOf } from '../state/store.ts';
import { whyNotBorn, whyNotUpdated } from './archivable.ts';
import { type Happening, type Happenings, importMeta } from './happening.ts';

const build: Happening<'addresses'>['build'] = (newcomers) => newcomers.address();
const buildCreated: Happening<'addresses'>['build'] = (newcomers) =>
  newcomers.announce(tell(build(newcomers), 'created'));

export const addressHappenings: Happenings<'addresses'> = {
  stateFields: [],

  accept: (address, { behaviours }) => {
    refuseMissingPostalCode(address.country_code, address.postal_code, behaviours);
    return { ...address, custom_data: storeCustomData(address.custom_data, behaviours) };
  },

  byName: {
    created: { build, whyNot: whyNotBorn, happen: (address) => tell(address, 'created') },
    imported: {
      build,
      whyNot: whyNotBorn,
      happen: (address, { moment }) =>
        tell({ ...address, import_meta: address.import_meta ?? importMeta, updated_at: moment.now }, 'imported'),
    },
    updated: {
      build: buildCreated,
      whyNot: whyNotUpdated,
      happen: (address, { moment }) => tell({ ...address, updated_at: moment.now }, 'updated'),
    },
  },
};

function tell(entity: Address, happening: string): ChangeOf<'addresses'> {
  return { kind: 'addresses', entity, events: [`address.${happening}`] };
}
