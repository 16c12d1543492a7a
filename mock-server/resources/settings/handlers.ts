import type { Account } from '../../account/account.ts';
import { type AccountSettings, defaultPaymentLink } from '../../account/settings.ts';
import type { Handlers } from '../../http/handler.ts';
import { enableMethods, nameDescriptor, preferCurrency, withPreviews } from './update.ts';

/** Stores settings, and returns those of one name. */
function change<Name extends keyof AccountSettings>(account: Account, name: Name, value: AccountSettings[Name]) {
  account.setRules({ settings: { ...account.settings, [name]: value } });
  return { data: value };
}

export const settingsHandlers: Handlers<
  | 'getTaxSettings'
  | 'updateTaxSettings'
  | 'getBalanceCurrency'
  | 'updateBalanceCurrency'
  | 'getCurrencyConversions'
  | 'updateCurrencyConversions'
  | 'getStatementDescriptorSettings'
  | 'updateStatementDescriptorSettings'
  | 'getCheckoutUrl'
  | 'updateCheckoutUrl'
  | 'getCheckoutFeatures'
  | 'updateCheckoutFeatures'
  | 'getCheckoutPaymentMethodSettings'
  | 'updateCheckoutPaymentMethodSettings'
  | 'getCheckoutStylesOverlay'
  | 'updateCheckoutStylesOverlay'
  | 'getCheckoutRecovery'
  | 'updateCheckoutRecovery'
> = {
  getTaxSettings: (_, { account }) => ({ data: account.settings.tax }),

  updateTaxSettings: ({ body }, { account }) => change(account, 'tax', { ...account.settings.tax, ...body }),

  getBalanceCurrency: (_, { account }) => ({ data: account.settings.balance_currency }),

  updateBalanceCurrency: ({ body }, { account }) =>
    change(account, 'balance_currency', preferCurrency(account.settings.balance_currency, body)),

  getCurrencyConversions: (_, { account }) => ({ data: account.settings.currency_conversions }),

  updateCurrencyConversions: ({ body }, { account }) =>
    change(account, 'currency_conversions', { ...account.settings.currency_conversions, ...body }),

  getStatementDescriptorSettings: (_, { account }) => ({ data: withPreviews(account.settings.statement_descriptor) }),

  updateStatementDescriptorSettings: ({ body }, { account }) => {
    const { data } = change(
      account,
      'statement_descriptor',
      nameDescriptor(account.settings.statement_descriptor, body),
    );
    return { data: withPreviews(data) };
  },

  getCheckoutUrl: (_, { account, baseUrl }) => ({
    data: { default_url: defaultPaymentLink(account.settings, baseUrl) },
  }),

  updateCheckoutUrl: ({ body }, { account, baseUrl }) => {
    change(account, 'checkout_url', { ...account.settings.checkout_url, ...body });
    return { data: { default_url: defaultPaymentLink(account.settings, baseUrl) } };
  },

  getCheckoutFeatures: (_, { account }) => ({ data: account.settings.checkout_features }),

  updateCheckoutFeatures: ({ body }, { account }) =>
    change(account, 'checkout_features', { ...account.settings.checkout_features, ...body }),

  getCheckoutPaymentMethodSettings: (_, { account }) => ({ data: account.settings.checkout_payment_methods }),

  updateCheckoutPaymentMethodSettings: ({ body }, { account }) =>
    change(account, 'checkout_payment_methods', enableMethods(account.settings.checkout_payment_methods, body)),

  getCheckoutStylesOverlay: (_, { account }) => ({ data: account.settings.checkout_styles_overlay }),

  updateCheckoutStylesOverlay: ({ body }, { account }) =>
    change(account, 'checkout_styles_overlay', { ...account.settings.checkout_styles_overlay, ...body }),

  getCheckoutRecovery: (_, { account }) => ({ data: account.settings.checkout_recovery }),

  updateCheckoutRecovery: ({ body }, { account }) =>
    change(account, 'checkout_recovery', { ...account.settings.checkout_recovery, ...body }),
};
