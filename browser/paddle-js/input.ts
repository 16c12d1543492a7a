import type { CheckoutOpenOptions, CheckoutUpdateOptions } from '@paddle/paddle-js';
import type { Change, CheckoutInput } from '../shared/checkout/messages.ts';

/** Returns what the server has to know of a checkout. */
export function inputOf(options: CheckoutOpenOptions | CheckoutUpdateOptions): CheckoutInput {
  const { items, discountId, discountCode, customer, customerAuthToken, customData, upsell } = options;
  return {
    ...(items && { items: items.map(({ priceId, quantity = 1 }) => ({ price_id: priceId, quantity })) }),
    ...(discountId !== undefined && { discount_id: discountId }),
    ...(discountCode !== undefined && { discount_code: discountCode }),
    ...(customer && buyerOf(customer)),
    ...(customerAuthToken !== undefined && { customer_auth_token: customerAuthToken }),
    ...(customData !== undefined && { custom_data: customData }),
    ...(upsell && { upsell_transaction_id: upsell.transactionId }),
  };
}

/** Returns what the page of a checkout has to know beside its settings. */
export function settingsOf({
  savedPaymentMethodId,
  upsell,
}: Pick<CheckoutUpdateOptions, 'savedPaymentMethodId' | 'upsell'>): Change['settings'] {
  return {
    ...(savedPaymentMethodId !== undefined && { savedPaymentMethodId }),
    ...(upsell && {
      upsell: { transactionId: upsell.transactionId, showSkipButton: upsell.settings?.showSkipButton ?? true },
    }),
  };
}

function buyerOf({
  id,
  email,
  address,
  business,
}: NonNullable<CheckoutOpenOptions['customer']>): Pick<CheckoutInput, 'customer' | 'address' | 'business'> {
  return {
    ...((id !== undefined || email !== undefined) && { customer: withoutUndefined({ id, email }) }),
    ...(address && {
      address: withoutUndefined({
        id: address.id,
        country_code: address.countryCode,
        postal_code: address.postalCode,
        region: address.region,
        city: address.city,
        first_line: address.firstLine,
      }),
    }),
    ...(business && {
      business: withoutUndefined({ id: business.id, name: business.name, tax_identifier: business.taxIdentifier }),
    }),
  };
}

type Defined<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

function withoutUndefined<Fields extends object>(fields: Fields): Defined<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<Fields>;
}
