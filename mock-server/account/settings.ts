import type { components } from '#openapi/generated/guide.ts';
import { type CurrencyCode, currencyDecimals } from '../billing/money/currencies.ts';
import type { Payout } from '../billing/payout.ts';

type Schemas = components['schemas'];

/** Settings of an account, by the name that they have in the path. They are replaced, never changed. */
export type AccountSettings = {
  readonly tax: Readonly<Schemas['tax-settings']>;
  readonly balance_currency: Readonly<Schemas['balance-currency']>;
  readonly currency_conversions: Readonly<Schemas['currency-conversions']>;
  /** The previews follow from the name. */
  readonly statement_descriptor: Readonly<Pick<Schemas['statement-descriptor'], 'name'>>;
  /** Without a default payment link it is a page of the mock, whose URL depends on the caller. */
  readonly checkout_url: Readonly<Partial<Schemas['checkout-url']>>;
  readonly checkout_features: Readonly<Schemas['checkout-features']>;
  readonly checkout_payment_methods: Readonly<Schemas['checkout-payment-methods']>;
  readonly checkout_styles_overlay: Readonly<Schemas['checkout-styles-overlay']>;
  readonly checkout_recovery: Readonly<Schemas['checkout-recovery']>;
};

/** A payment method of checkouts. */
export type PaymentMethodName = keyof Schemas['checkout-payment-methods']['payment_methods'];

/**
 * Settings of a new account.
 *
 * @evidence official: new accounts tax prices by location since late 2025. observed: without the default payment link
 *   no transaction can be created, so it is set. assumed: all other values
 */
export const defaultSettings: AccountSettings = {
  tax: { default_tax_mode: 'location' },
  balance_currency: { primary: 'USD', preferred: 'USD', enabled: ['EUR', 'GBP', 'USD'] },
  currency_conversions: conversionsInto(['AUD', 'CAD', 'EUR', 'GBP', 'USD']),
  statement_descriptor: { name: 'PADDOCK' },
  checkout_url: {},
  checkout_features: { discounts_enabled: true, audience_opt_in: 'never', saved_payment_methods_enabled: true },
  checkout_payment_methods: { payment_methods: paymentMethods() },
  checkout_styles_overlay: { primary_checkout_color: null },
  checkout_recovery: { enabled: false, discount: null },
};

function conversionsInto(enabled: readonly CurrencyCode[]): AccountSettings['currency_conversions'] {
  const codes = Object.keys(currencyDecimals) as CurrencyCode[];
  const conversions = codes.map((code) => [code, { enabled: enabled.includes(code) }]);
  // Each currency has its entry.
  return Object.fromEntries(conversions) as AccountSettings['currency_conversions'];
}

/** South Korean methods are not available, so that enabling one is refused. */
function paymentMethods(): Schemas['checkout-payment-methods']['payment_methods'] {
  const [on, off, none] = [
    { enabled: true, available: true },
    { enabled: false, available: true },
    { enabled: false, available: false },
  ];
  return {
    alipay: off,
    apple_pay: on,
    bancontact: off,
    blik: off,
    card: on,
    google_pay: on,
    ideal: off,
    kakao_pay: none,
    mb_way: off,
    naver_pay: none,
    payco: none,
    paypal: on,
    pix: off,
    samsung_pay: none,
    south_korea_local_card: none,
    upi: off,
    wechat_pay: off,
    wire_transfer: off,
  };
}

/** Returns the default payment link; null if there is none. */
export function defaultPaymentLink({ checkout_url: { default_url } }: AccountSettings, baseUrl: string): string | null {
  return default_url === undefined ? `${baseUrl}/_paddock/checkout` : default_url;
}

/** Returns the currency that an account is paid in, and the rates to it. */
export function payoutOf({
  settings,
  exchangeRates,
}: {
  settings: AccountSettings;
  exchangeRates: Payout['exchangeRates'];
}): Payout {
  return { currency: settings.balance_currency.primary, exchangeRates };
}
