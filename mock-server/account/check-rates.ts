import { readFile } from 'node:fs/promises';
import { UsageError } from '#openapi/text/usage-error.ts';
import { currencyDecimals } from '../billing/money/currencies.ts';
import type { ExchangeTable } from '../billing/money/exchange-rates.ts';
import type { TaxRate } from '../billing/tax/standard-tax-rates.ts';
import { placeOf } from '../billing/tax/tax-rates.ts';
import type { Rates } from './rules.ts';

/** Rates as given to a server or to the control plane: the content, or the name of a JSON file. */
export type GivenRates = {
  taxRates?: { readonly rates: readonly TaxRate[] } | string | undefined;
  exchangeRates?: ExchangeTable | string | undefined;
};

/** A decimal without an exponent, of at most 40 digits. */
const decimal = /^\d{1,20}(\.\d{1,20})?$/;

/** Reads and checks rates. @throws UsageError that names the file or the field */
export async function readRates({ taxRates, exchangeRates }: GivenRates): Promise<Rates> {
  return {
    taxRates: taxRates === undefined ? undefined : checkTaxRates(await contentOf('tax rates', taxRates)),
    exchangeRates:
      exchangeRates === undefined ? undefined : checkExchangeRates(await contentOf('exchange rates', exchangeRates)),
  };
}

async function contentOf(what: string, given: object | string): Promise<unknown> {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(await readFile(given, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Could not read the ${what} ${given}: ${reason}. Give a JSON file.`);
  }
}

/** Checks tax rates. @throws UsageError that names the field */
export function checkTaxRates(given: unknown): readonly TaxRate[] {
  const refuse = refusal('tax rates');
  const { rates } = fieldsOf(given, ['rates'], refuse, 'the whole');
  if (!Array.isArray(rates)) return refuse('rates', 'is not a list');
  const places = new Set<string>();
  return rates.map((each: unknown, index) => {
    const place = `rates.${index}`;
    const fields = fieldsOf(each, ['country_code', 'region', 'postal_code', 'rate'], refuse, place);
    const { country_code, region, postal_code, rate } = fields;
    if (typeof country_code !== 'string' || !/^[A-Z]{2}$/.test(country_code))
      return refuse(`${place}.country_code`, 'is not a code of two capital letters');
    if (typeof rate !== 'string' || !decimal.test(rate)) return refuse(`${place}.rate`, 'is not a decimal text from 0');
    const optional = { region, postal_code };
    for (const [name, value] of Object.entries(optional))
      if (value !== undefined && (typeof value !== 'string' || value.trim() === ''))
        refuse(`${place}.${name}`, 'is not a text');
    const checked: TaxRate = {
      country_code,
      ...(typeof region === 'string' && { region }),
      ...(typeof postal_code === 'string' && { postal_code }),
      rate,
    };
    if (places.size === places.add(placeOf(checked)).size) refuse(place, 'has the place of an earlier one');
    return checked;
  });
}

/** Checks rates of exchange. @throws UsageError that names the field */
export function checkExchangeRates(given: unknown): ExchangeTable {
  const refuse = refusal('exchange rates');
  const { base, rates } = fieldsOf(given, ['base', 'rates'], refuse, 'the whole');
  if (!isCurrency(base)) return refuse('base', 'is not the code of a currency that Paddle sells in');
  const checked: { -readonly [Code in keyof typeof currencyDecimals]?: string } = {};
  for (const [code, rate] of Object.entries(fieldsOf(rates, Object.keys(currencyDecimals), refuse, 'rates'))) {
    if (typeof rate !== 'string' || !decimal.test(rate) || /^[0.]+$/.test(rate))
      return refuse(`rates.${code}`, 'is not a decimal text above 0');
    if (code === base && !/^1(\.0+)?$/.test(rate)) return refuse(`rates.${code}`, 'is the base, whose rate is 1');
    if (isCurrency(code)) checked[code] = rate;
  }
  return { base, rates: checked };
}

type Refuse = (place: string, why: string) => never;

function refusal(what: string): Refuse {
  return (place, why) => {
    throw new UsageError(`Could not set the ${what}: ${place} ${why}. Correct it.`);
  };
}

function isCurrency(code: unknown): code is keyof typeof currencyDecimals {
  return typeof code === 'string' && Object.hasOwn(currencyDecimals, code);
}

/** Returns the fields of an object that has no others. */
function fieldsOf(given: unknown, known: readonly string[], refuse: Refuse, place: string): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return refuse(place, 'is not an object');
  for (const name of Object.keys(given)) if (!known.includes(name)) refuse(place, `has an unknown field ${name}`);
  return { ...given };
}
