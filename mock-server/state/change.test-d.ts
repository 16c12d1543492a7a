import { describe, expectTypeOf, test } from 'vitest';
import type { Customer } from '../resources/customers/kind.ts';
import type { NotificationSetting } from '../resources/notification-settings/kind.ts';
import type { ChangeOf } from './change.ts';
import { type Change, changed, type EventType } from './change.ts';

declare const customer: Customer;
declare const setting: NotificationSetting;

describe('an event type', () => {
  test('is one that a document has', () => {
    expectTypeOf<'product.created'>().toExtend<EventType>();
    expectTypeOf<'product.creatd'>().not.toExtend<EventType>();
  });

  test('compiles only for its kind, and only where it is spelt right', () => {
    expectTypeOf(changed('customers', customer, ['customer.created'])).toEqualTypeOf<ChangeOf<'customers'>>();
    // @ts-expect-error misspelt
    changed('customers', customer, ['customer.creatd']);
    // @ts-expect-error of another kind
    changed('customers', customer, ['address.created']);
    // @ts-expect-error no event announces a notification setting
    changed('notification_settings', setting, ['customer.created']);
  });

  test('goes with an entity of its kind in a change of several', () => {
    expectTypeOf({
      puts: [{ kind: 'customers', entity: customer }],
      events: [{ type: 'customer.updated', kind: 'customers', entity: customer }],
    } as const).toExtend<Change>();
    const misspelt: Change = {
      // @ts-expect-error misspelt
      events: [{ type: 'customer.updatd', kind: 'customers', entity: customer }],
    };
    const ofAnotherKind: Change = {
      // @ts-expect-error of another kind
      puts: [{ kind: 'addresses', entity: customer }],
    };
    expectTypeOf([misspelt, ofAnotherKind]).toEqualTypeOf<Change[]>();
  });
});
