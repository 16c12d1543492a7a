import { defaultExchangeRates, ExchangeRates, type ExchangeTable } from '../billing/money/exchange-rates.ts';
import type { TaxRate } from '../billing/tax/standard-tax-rates.ts';
import { defaultTaxRates, TaxRates } from '../billing/tax/tax-rates.ts';
import { damaged } from '../state/database/storage-failure.ts';
import { type AccountSettings, defaultSettings } from './settings.ts';

/** Settings, tax rates and exchange rates of an account. */
export type Rules = {
  readonly settings: AccountSettings;
  readonly taxRates: TaxRates;
  readonly exchangeRates: ExchangeRates;
};

/** Tables of rates. They take precedence over the built-in ones. */
export type Rates = { taxRates?: readonly TaxRate[] | undefined; exchangeRates?: ExchangeTable | undefined };

/** Rules as stored: those that differ from the server's defaults. */
type StoredRules = Rates & { settings?: Partial<AccountSettings> };

/** Rules of a new account. */
export function rulesWith(rates: Rates): Rules {
  const builtIn = { settings: defaultSettings, taxRates: defaultTaxRates, exchangeRates: defaultExchangeRates };
  return { ...builtIn, ...tables(rates) };
}

/** Reads tables of rates. */
export function tables({ taxRates, exchangeRates }: Rates): Partial<Rules> {
  return {
    ...(taxRates && { taxRates: new TaxRates(taxRates, defaultTaxRates) }),
    ...(exchangeRates && { exchangeRates: new ExchangeRates(exchangeRates, defaultExchangeRates) }),
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

/** Reads what `storeRules` printed. @throws Error for a damaged file */
export function readRules(text: string | undefined, defaults: Rules): Rules {
  if (text === undefined || text === '{}') return defaults;
  const { settings, ...rates } = parse(text);
  // A file of an earlier Paddock may lack newer settings.
  return { ...defaults, ...(settings && { settings: { ...defaults.settings, ...settings } }), ...tables(rates) };
}

/** The one place that types stored rules: `storeRules` wrote them. */
function parse(text: string): StoredRules {
  try {
    return JSON.parse(text) as StoredRules;
  } catch {
    throw damaged("An account's rules are not valid JSON.");
  }
}
