import { type CurrencyCode, currencyDecimals } from '../billing/currencies.ts';
import { defaultExchangeRates, ExchangeRates, type ExchangeTable } from '../billing/exchange-rates.ts';
import { defaultTaxRates, type TaxRate, TaxRates } from '../billing/tax-rates.ts';
import { damaged } from '../state/database/storage-failure.ts';

/** Currencies that a balance can be kept in. */
export type BalanceCurrency = 'AUD' | 'CAD' | 'EUR' | 'GBP' | 'USD';

/** Settings of an account, by the name that they have in `/settings`. */
export type AccountSettings = {
  readonly tax: { readonly default_tax_mode: 'exclusive' | 'inclusive' | 'location' };
  readonly balance_currency: {
    readonly primary: BalanceCurrency;
    readonly preferred: BalanceCurrency;
    readonly enabled: readonly BalanceCurrency[];
  };
  readonly currency_conversions: Readonly<Record<CurrencyCode, { readonly enabled: boolean }>>;
  readonly checkout_url: {
    /** The default payment link; undefined for the page of the mock. */
    readonly default_url?: string | null;
  };
};

/** What an account charges by: its settings, tax rates and rates of exchange. */
export type Rules = { settings: AccountSettings; taxRates: TaxRates; exchangeRates: ExchangeRates };

/** Rules as stored: those that differ from the server's defaults. */
type StoredRules = { settings?: Partial<AccountSettings>; taxRates?: TaxRate[]; exchangeRates?: ExchangeTable };

const codes = Object.keys(currencyDecimals) as CurrencyCode[];
const converted: readonly CurrencyCode[] = ['AUD', 'CAD', 'EUR', 'GBP', 'USD'];

/**
 * Settings of a new account.
 *
 * @evidence official: prices are taxed by location in accounts since late 2025. assumed: all other values
 */
const defaultSettings: AccountSettings = {
  tax: { default_tax_mode: 'location' },
  balance_currency: { primary: 'USD', preferred: 'USD', enabled: ['USD'] },
  // Each currency has its entry.
  currency_conversions: Object.fromEntries(
    codes.map((code) => [code, { enabled: converted.includes(code) }]),
  ) as AccountSettings['currency_conversions'],
  checkout_url: {},
};

/** Rules of a new account, with tables of rates that take precedence over the built-in ones. */
export function rulesFrom(given: {
  taxRates?: TaxRate[] | undefined;
  exchangeRates?: ExchangeTable | undefined;
}): Rules {
  return {
    settings: defaultSettings,
    taxRates: given.taxRates ? new TaxRates(given.taxRates, defaultTaxRates) : defaultTaxRates,
    exchangeRates: given.exchangeRates
      ? new ExchangeRates(given.exchangeRates, defaultExchangeRates)
      : defaultExchangeRates,
  };
}

/** Prints what differs from the defaults. */
export function storeRules({ settings, taxRates, exchangeRates }: Rules, defaults: Rules): string {
  return JSON.stringify({
    ...(settings !== defaults.settings && { settings }),
    ...(taxRates !== defaults.taxRates && { taxRates: taxRates.rates }),
    ...(exchangeRates !== defaults.exchangeRates && { exchangeRates: exchangeRates.table }),
  });
}

/** Reads stored rules. @throws UsageError for a damaged file */
export function readRules(text: string | undefined, defaults: Rules): Rules {
  if (text === undefined || text === '{}') return defaults;
  const { settings, taxRates, exchangeRates } = parse(text);
  return {
    // A file of an earlier Paddock may lack newer settings.
    settings: settings ? { ...defaults.settings, ...settings } : defaults.settings,
    taxRates: taxRates ? new TaxRates(taxRates, defaultTaxRates) : defaults.taxRates,
    exchangeRates: exchangeRates ? new ExchangeRates(exchangeRates, defaultExchangeRates) : defaults.exchangeRates,
  };
}

/** The one place that types stored rules: `storeRules` wrote them. */
function parse(text: string): StoredRules {
  try {
    return JSON.parse(text) as StoredRules;
  } catch {
    throw damaged("An account's rules are not valid JSON.");
  }
}

/** Returns the default payment link; null if there is none. The mock's own page has the URL that the caller used. */
export function defaultPaymentLink({ checkout_url: { default_url } }: AccountSettings, baseUrl: string): string | null {
  return default_url === undefined ? `${baseUrl}/_paddock/checkout` : default_url;
}
