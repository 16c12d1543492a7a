import { type CurrencyCode, currencyDecimals } from './currencies.ts';

/** Text before and after the digits of an amount. */
type Form = { before: string; after: string; decimals: number };

const forms = new Map<CurrencyCode, Form>();
const grouped = new Intl.NumberFormat('en-US');

/**
 * Formats an amount for readers, such as `$1,234.50`.
 *
 * @evidence observed, for US dollars. assumed: other currencies have the form of American English, with the symbol that
 *   their country uses if American English has none
 */
export function formatAmount(amount: string, currency: CurrencyCode): string {
  const { before, after, decimals } = formOf(currency);
  const isNegative = amount.startsWith('-');
  const digits = (isNegative ? amount.slice(1) : amount).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const whole = grouped.format(BigInt(digits.slice(0, point)));
  return `${isNegative ? '-' : ''}${before}${whole}${decimals > 0 ? `.${digits.slice(point)}` : ''}${after}`;
}

function formOf(currency: CurrencyCode): Form {
  const known = forms.get(currency);
  if (known) return known;
  const form = { ...surroundings(currency), decimals: currencyDecimals[currency] };
  forms.set(currency, form);
  return form;
}

function surroundings(currency: CurrencyCode): Pick<Form, 'before' | 'after'> {
  const usual = split(currency, 'symbol');
  if (!usual.before.startsWith(currency)) return usual;
  const { before, after } = split(currency, 'narrowSymbol');
  const symbol = before.trimEnd();
  return { before: symbol.length === 1 ? symbol : before, after };
}

function split(currency: CurrencyCode, currencyDisplay: 'symbol' | 'narrowSymbol'): Pick<Form, 'before' | 'after'> {
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay,
    maximumFractionDigits: 0,
  });
  const [before = '', after = ''] = format.format(0).split('0');
  return { before, after };
}
