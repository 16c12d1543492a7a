import type { components } from '#openapi/generated/guide.ts';
import type { AccountSettings, PaymentMethodName } from '../../account/settings.ts';
import { paddleError } from '../../errors/errors.ts';

type Schemas = components['schemas'];

/**
 * Sets the preferred currency of the balance, which becomes the primary one.
 *
 * @evidence official: at once if more than one currency is enabled, as in all accounts of a mock
 */
export function preferCurrency(
  balance: AccountSettings['balance_currency'],
  { preferred = balance.preferred }: Schemas['balance-currency-update'],
): AccountSettings['balance_currency'] {
  if (!balance.enabled.includes(preferred)) {
    const message = `must be one of the enabled currencies (${balance.enabled.join(', ')}). Provided: ${preferred}`;
    throw paddleError('invalid_field', { errors: [{ field: 'preferred', message }] });
  }
  return { ...balance, preferred, primary: preferred };
}

/** Two to ten capital letters, digits, spaces and dots, without a dot at either end. */
const descriptorPattern = /^[A-Z\d ][A-Z\d. ]{0,8}[A-Z\d ]$/;

/**
 * Sets the name that customers see on their statements.
 *
 * @evidence official: names are unique. assumed: Paddle's own name is taken, and no other, since accounts of a mock
 *   know nothing of each other
 */
export function nameDescriptor(
  descriptor: AccountSettings['statement_descriptor'],
  { name = descriptor.name }: Schemas['statement-descriptor-update'],
): AccountSettings['statement_descriptor'] {
  if (!descriptorPattern.test(name) || !/[A-Z]/.test(name)) throw paddleError('statement_descriptor_invalid_name');
  if (name === 'PADDLE') throw paddleError('statement_descriptor_in_use');
  return { name };
}

/**
 * Adds the previews of a statement descriptor.
 *
 * @evidence official: the name stands directly behind a prefix. assumed: the prefixes
 */
export function withPreviews({ name }: AccountSettings['statement_descriptor']): Schemas['statement-descriptor'] {
  return { name, preview: { default: `PADDLE.NET*${name}`, paypal: `PAYPAL *PADDLE ${name}` } };
}

/** Enables and disables payment methods. */
export function enableMethods(
  { payment_methods: known }: AccountSettings['checkout_payment_methods'],
  { payment_methods: changes }: Schemas['checkout-payment-methods-update'],
): AccountSettings['checkout_payment_methods'] {
  const payment_methods = { ...known };
  for (const [name, { enabled }] of Object.entries(changes)) {
    if (!isMethod(known, name)) throw paddleError('checkout_payment_method_unknown');
    if (enabled && !known[name].available) throw paddleError('checkout_payment_method_not_available');
    payment_methods[name] = { ...known[name], enabled };
  }
  return { payment_methods };
}

function isMethod(known: object, name: string): name is PaymentMethodName {
  return Object.hasOwn(known, name);
}
