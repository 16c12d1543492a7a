import { storeCustomData } from '../resources/custom-data.ts';
import type { Business } from '../state/entities.ts';
import type { ChangeOf } from '../state/store.ts';
import { whyNotBorn, whyNotUpdated } from './archivable.ts';
import { type Happening, type Happenings, importMeta } from './happening.ts';

const build: Happening<'businesses'>['build'] = (newcomers) => newcomers.business();
const buildCreated: Happening<'businesses'>['build'] = (newcomers) =>
  newcomers.announce(tell(build(newcomers), 'created'));

export const businessHappenings: Happenings<'businesses'> = {
  stateFields: [],

  accept: (business, { behaviours }) => ({
    ...business,
    custom_data: storeCustomData(business.custom_data, behaviours),
  }),

  byName: {
    created: { build, whyNot: whyNotBorn, happen: (business) => tell(business, 'created') },
    imported: {
      build,
      whyNot: whyNotBorn,
      happen: (business, { moment }) =>
        tell({ ...business, import_meta: business.import_meta ?? importMeta, updated_at: moment.now }, 'imported'),
    },
    updated: {
      build: buildCreated,
      whyNot: whyNotUpdated,
      happen: (business, { moment }) => tell({ ...business, updated_at: moment.now }, 'updated'),
    },
  },
};

function tell(entity: Business, happening: string): ChangeOf<'businesses'> {
  return { kind: 'businesses', entity, events: [`business.${happening}`] };
}
