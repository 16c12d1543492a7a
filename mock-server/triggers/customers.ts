import { paddleError } from '../errors.ts';
import { storeCustomData } from '../resources/custom-data.ts';
import { refuseUnusableEmail } from '../resources/email.ts';
import type { Customer } from '../state/entities.ts';
import type { ChangeOf } from '../state/store.ts';
import { whyNotBorn, whyNotUpdated } from './archivable.ts';
import { type Happening, type Happenings, importMeta } from './happening.ts';

const build: Happening<'customers'>['build'] = (newcomers) => newcomers.customer();
const buildCreated: Happening<'customers'>['build'] = (newcomers) =>
  newcomers.announce(tell(build(newcomers), 'created'));

export const customerHappenings: Happenings<'customers'> = {
  stateFields: [],

  accept: (customer, { store, behaviours }) => {
    refuseUnusableEmail(customer.email);
    const idWithEmail =
      behaviours['duplicate-emails'] === 'reject' ? store.customers.findIdBy('email', customer.email) : undefined;
    if (idWithEmail !== undefined && idWithEmail !== customer.id)
      throw paddleError('customer_already_exists', { customer_id: idWithEmail });
    return { ...customer, custom_data: storeCustomData(customer.custom_data, behaviours) };
  },

  byName: {
    created: { build, whyNot: whyNotBorn, happen: (customer) => tell(customer, 'created') },
    imported: {
      build,
      whyNot: whyNotBorn,
      happen: (customer, { moment }) =>
        tell({ ...customer, import_meta: customer.import_meta ?? importMeta, updated_at: moment.now }, 'imported'),
    },
    updated: {
      build: buildCreated,
      whyNot: whyNotUpdated,
      happen: (customer, { moment }) => tell({ ...customer, updated_at: moment.now }, 'updated'),
    },
  },
};

function tell(entity: Customer, happening: string): ChangeOf<'customers'> {
  return { kind: 'customers', entity, events: [`customer.${happening}`] };
}
