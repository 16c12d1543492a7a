import type { CurrencyCode } from './currencies.ts';
import { Rational } from './rational.ts';

/** Price of one unit of the base in each currency, as a decimal. */
export type ExchangeTable = { base: CurrencyCode; rates: { readonly [Code in CurrencyCode]?: string } };

/** Rates of exchange between whole units of currencies. */
export class ExchangeRates {
  readonly table: ExchangeTable;
  /** Rates of currencies that the table lacks. */
  readonly #others: ExchangeRates | undefined;
  readonly #perBase = new Map<CurrencyCode, Rational>();

  constructor(table: ExchangeTable, others?: ExchangeRates) {
    this.table = table;
    this.#others = others;
  }

  /** Returns how much of a currency one unit of another buys, exactly. */
  rate(from: CurrencyCode, to: CurrencyCode): Rational {
    return this.#of(to).over(this.#of(from));
  }

  #of(code: CurrencyCode): Rational {
    const known = this.#perBase.get(code);
    if (known) return known;
    const rate = this.#read(code);
    this.#perBase.set(code, rate);
    return rate;
  }

  #read(code: CurrencyCode): Rational {
    const { base, rates } = this.table;
    const text = code === base ? '1' : rates[code];
    if (text !== undefined) return Rational.parse(text);
    if (!this.#others) throw new Error(`There is no exchange rate of ${code}.`);
    return this.#others.rate(base, code);
  }
}

/**
 * Rates that an account has unless others are given.
 *
 * @evidence observed 2024-05: 10000 US cents became 8029 pence, 25000 became 2087813 paise, and 3000 became 250538.
 *   assumed: all other rates, which are rounded rates of the market in May 2024
 */
export const defaultExchangeRates = new ExchangeRates({
  base: 'USD',
  rates: {
    ARS: '887',
    AUD: '1.51',
    BRL: '5.13',
    CAD: '1.367',
    CHF: '0.908',
    CLP: '912',
    CNY: '7.23',
    COP: '3870',
    CZK: '22.9',
    DKK: '6.9',
    EUR: '0.924',
    GBP: '0.8029',
    HKD: '7.81',
    HUF: '358',
    ILS: '3.7',
    INR: '83.51252',
    JPY: '156',
    KRW: '1362',
    MXN: '16.7',
    NOK: '10.7',
    NZD: '1.65',
    PEN: '3.73',
    PLN: '3.93',
    RUB: '90',
    SEK: '10.7',
    SGD: '1.35',
    THB: '36.5',
    TRY: '32.2',
    TWD: '32.3',
    UAH: '39.7',
    VND: '25400',
    ZAR: '18.4',
  },
});
