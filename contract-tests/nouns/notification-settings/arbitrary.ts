import fc, { type Arbitrary } from 'fast-check';
import { objectAt } from '#openapi/document/refs.ts';
import { email } from '../../arbitraries/email.ts';
import { text } from '../../arbitraries/text.ts';
import type { Behaviours } from '../../contract/behaviours.ts';
import type { Contract } from '../../contract/document.ts';

export type NotificationSettingUpdate = {
  readonly description?: string;
  readonly destination?: string;
  readonly active?: boolean;
  readonly include_sensitive_fields?: boolean;
  readonly subscribed_events?: readonly string[];
  readonly traffic_source?: 'platform' | 'simulation' | 'all';
  readonly endpoint_secret_key?: string;
};

export type NotificationSettingCreate = Omit<NotificationSettingUpdate, 'active'> & {
  readonly type: 'url' | 'email';
  readonly description: string;
  readonly destination: string;
  readonly subscribed_events: readonly string[];
};

/** Lists the names of the contract's event types. */
export function eventTypeNames({ document }: Contract): string[] {
  const { enum: names } = objectAt(document, '#/components/schemas/event-type-name');
  if (!Array.isArray(names)) throw new Error('Could not find the event types: the contract does not list them.');
  return names.map(String);
}

/** Path and query of a URL. `fc.webUrl` is not used since creating it takes half a second. */
const pathAndQuery = fc.stringMatching(/^(\/([\w.~!:@-]|%[0-9A-F]{2}){0,8}){0,3}(\?([\w=&-]|%[0-9A-F]{2}){0,12})?$/);

/** URLs for webhooks, with paths and queries, up to the greatest length. */
const webhookUrl: Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.domain(), pathAndQuery).map(([host, rest]) => `https://${host}${rest}`) },
  fc.constantFrom(
    'https://hooks.example.com:8443/paddle?tenant=1',
    `https://example.com/${'x'.repeat(2048 - 'https://example.com/'.length)}`,
  ),
);

/** Bodies that create a destination. */
export function notificationSettingCreate(
  behaviours: Behaviours,
  contract: Contract,
): Arbitrary<NotificationSettingCreate> {
  const place = fc.oneof(
    { weight: 3, arbitrary: fc.record({ type: fc.constant('url' as const), destination: webhookUrl }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('email' as const), destination: email }) },
  );
  const { description, subscribed_events, ...optional } = fieldsOf(behaviours, contract);
  const required = fc.record({ description, subscribed_events });
  return fc
    .tuple(required, fc.record(optional, { requiredKeys: [] }), place)
    .map(([fields, more, where]) => ({ ...fields, ...more, ...where }));
}

/** Bodies that change a destination of type `url`, including the empty one. */
export function notificationSettingUpdate(
  behaviours: Behaviours,
  contract: Contract,
): Arbitrary<NotificationSettingUpdate> {
  const fields = { ...fieldsOf(behaviours, contract), active: fc.boolean(), destination: webhookUrl };
  return fc.record(fields, { requiredKeys: [] });
}

function fieldsOf(behaviours: Behaviours, contract: Contract) {
  return {
    description: text(500, 1),
    subscribed_events: fc.uniqueArray(fc.constantFrom(...eventTypeNames(contract)), { minLength: 1 }),
    include_sensitive_fields: fc.boolean(),
    traffic_source: fc.constantFrom('platform' as const, 'simulation' as const, 'all' as const),
    ...(behaviours['webhook-secret'] === 'settable'
      ? { endpoint_secret_key: fc.string({ minLength: 1, maxLength: 60 }) }
      : {}),
  };
}
