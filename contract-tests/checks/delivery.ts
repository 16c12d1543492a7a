import { isObject } from '#openapi/document/json.ts';
import { objectAt } from '#openapi/document/refs.ts';
import { errorsOf } from '#openapi/document/validator.ts';
import { schemasOf } from '../contract/contract-schemas.ts';
import type { Contract } from '../contract/document.ts';
import type { Payload } from '../contract/operations.ts';
import { describeErrors } from './schema-errors.ts';

/** A webhook as it was received. */
export type Delivery = { readonly method: string; readonly headers: Headers; readonly body: Buffer };

/**
 * Creates the check that each webhook matches the contract's schema of its event type, and has Paddle's headers.
 *
 * @param isChecked `false` disables the check.
 * @evidence official: method, content type, signature, and that the user agent contains `Paddle`
 */
export function createDeliveryCheck(contract: Contract, isChecked = true): (delivery: Delivery) => string | null {
  if (!isChecked) return () => null;
  const schemas = schemasOf(contract);
  const webhooks = objectAt(contract.document, '#/webhooks');
  const schemaOf = (type: string) =>
    isObject(webhooks[type])
      ? `#/webhooks/${type}/post/requestBody/content/application~1json/schema`
      : '#/components/schemas/notification-payload';

  return ({ method, headers, body }) => {
    if (method !== 'POST') return `a webhook was sent with ${method}, not POST`;
    for (const [name, form] of headerForms) {
      const value = headers.get(name);
      if (value === null || !form.test(value)) return `${name} is ${value}, which does not match ${form}`;
    }
    const payload: unknown = JSON.parse(body.toString());
    const type = isTyped(payload) ? payload.event_type : '';
    const errors = errorsOf(schemas(schemaOf(type)), payload);
    return errors.length === 0 ? null : `${type} does not fit its schema: ${describeErrors(errors)}`;
  };
}

const headerForms: readonly (readonly [string, RegExp])[] = [
  ['content-type', /^application\/json(;|$)/],
  ['user-agent', /Paddle/],
  ['paddle-signature', /^ts=\d+(;h1=[0-9a-f]{64})+$/],
];

/** Returns the payload of a webhook. The cast holds since webhooks are validated when they are received. */
export function payloadOf({ body }: Delivery): Payload {
  return JSON.parse(body.toString()) as Payload;
}

function isTyped(payload: unknown): payload is { event_type: string } {
  return (
    typeof payload === 'object' && payload !== null && 'event_type' in payload && typeof payload.event_type === 'string'
  );
}
