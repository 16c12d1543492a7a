import { describe, expect, test } from 'vitest';
import {
  buildAddress,
  buildBusiness,
  buildCustomer,
  buildCustomerCreate,
  buildNotificationSetting,
  buildNotificationSettingCreate,
  buildSubscription,
} from '#fixtures/index.ts';
import { profile } from '../spec/behaviours.ts';
import { changed } from '../state/change.ts';
import { update as updateAddress } from './addresses/transitions.ts';
import { update as updateBusiness } from './businesses/transitions.ts';
import { create as createCustomer } from './customers/create.ts';
import { refuseArchivedCustomer, update as updateCustomer } from './customers/transitions.ts';
import { create as createSetting } from './notification-settings/create.ts';
import { update as updateSetting } from './notification-settings/transitions.ts';
import { create as createSession } from './portal-sessions/create.ts';

const moment = { now: '2026-07-01T12:00:00Z', behaviours: profile('official') };
const creation = { ...moment, id: 'ctm_new' };
const archived = <Entity extends object>(entity: Entity) => ({ ...entity, status: 'archived' as const });
const [customer, address, business] = [buildCustomer(), buildAddress(), buildBusiness()];
const others = Array.from({ length: 10 }, (_each, seed) => buildNotificationSetting({ seed: seed + 10 }));
const setting = buildNotificationSetting({ seed: 1 });

describe('an error names its subject', () => {
  test.each<[string, () => unknown, object]>([
    [
      'a change of an archived customer',
      () => updateCustomer(archived(customer), { name: 'Sam' }, moment, undefined),
      { code: 'entity_archived', message: `Customer ${customer.id} is archived and cannot be modified.` },
    ],
    [
      'a use of an archived customer',
      () => refuseArchivedCustomer(archived(customer), moment),
      { code: 'entity_archived', message: `Customer ${customer.id} is archived and cannot be modified.` },
    ],
    [
      'a change of an archived address',
      () => updateAddress(archived(address), { city: 'Ulm' }, moment),
      { code: 'entity_archived', message: `Address ${address.id} is archived and cannot be modified.` },
    ],
    [
      'a change of an archived business',
      () => updateBusiness(archived(business), { name: 'Miller' }, moment),
      { code: 'entity_archived', message: `Business ${business.id} is archived and cannot be modified.` },
    ],
    [
      'an address without the postal code that its country needs',
      () => updateAddress(address, { country_code: 'US', postal_code: null }, moment),
      { errors: [{ field: 'postal_code', message: 'must be provided as part of the request' }] },
    ],
    [
      'another origin of a customer',
      () => updateCustomer(customer, { import_meta: { imported_from: 'x', external_id: 'y' } }, moment, undefined),
      { errors: [{ field: 'import_meta', message: 'cannot be changed after the customer was created' }] },
    ],
    [
      'a customer with no usable email',
      () => createCustomer(buildCustomerCreate({ overrides: { email: 'a..b@example.com' } }), creation, undefined),
      { code: 'customer_email_invalid' },
    ],
    [
      'a portal session for a subscription of another customer',
      () => {
        const own = buildSubscription({ seed: 1, overrides: { customer_id: customer.id } });
        const foreign = buildSubscription({ seed: 2, overrides: { customer_id: 'ctm_other' } });
        const asked = [own, foreign].map((each) => [each.id, each] as const);
        return createSession(customer, asked, creation, () => '');
      },
      {
        errors: [
          {
            field: 'subscription_ids.1',
            message: `must be a subscription of the customer. Provided: ${buildSubscription({ seed: 2 }).id}`,
          },
        ],
      },
    ],
    [
      'a destination that is no URL of the web',
      () =>
        createSetting(
          { ...buildNotificationSettingCreate(), type: 'url', destination: 'view+http://a.example' },
          { id: 'ntfset_1', secret: '' },
          [],
        ),
      { code: 'url_notification_setting_incorrect' },
    ],
    [
      'an eleventh active destination',
      () => updateSetting({ ...setting, active: false }, { active: true }, others),
      { code: 'notification_maximum_active_settings_reached' },
    ],
  ])('%s', (_what, act, refusal) => {
    let refused: unknown;
    try {
      act();
    } catch (error) {
      refused = error;
    }
    expect(refused).toMatchObject(refusal);
  });
});

describe('a destination', () => {
  test('that is one of ten active ones can be changed and deactivated', () => {
    for (const input of [{ description: 'New' }, { active: false }]) {
      expect(updateSetting({ ...setting, active: true }, input, others)).toEqual(
        changed('notification_settings', { ...setting, active: true, ...input }, []),
      );
    }
  });

  test('that is inactive beside ten active ones can be changed', () => {
    const [{ entity }] = updateSetting({ ...setting, active: false }, { description: 'New' }, others).puts;
    expect(entity).toMatchObject({ active: false, description: 'New' });
  });

  test('keeps its URL when other fields are changed', () => {
    const twin = { ...setting, id: 'ntfset_other' };
    expect(updateSetting(setting, { description: 'New' }, [twin]).puts[0].entity).toMatchObject({ description: 'New' });
    expect(() => updateSetting(setting, { destination: setting.destination }, [twin])).toThrow();
  });

  test('is created without an event', () => {
    const made = createSetting(buildNotificationSettingCreate(), { id: 'ntfset_1', secret: 'word' }, []);
    expect(made).toMatchObject({ puts: [{ kind: 'notification_settings' }], events: [] });
  });
});

test.each([
  ['guide', null],
  ['official', 'en'],
] as const)('under the profile %s a customer without a locale has %j', (name, locale) => {
  const [{ entity }] = createCustomer(
    { email: 'sam@example.com' },
    { ...creation, behaviours: profile(name) },
    undefined,
  ).puts;
  expect(entity).toMatchObject({ locale });
});
