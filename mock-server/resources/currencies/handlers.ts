import guide from '#openapi/generated/guide.json' with { type: 'json' };
import type { components } from '#openapi/generated/guide.ts';
import { type CurrencyCode, currencyDecimals } from '../../billing/money/currencies.ts';
import { minimumChargeIn } from '../../billing/money/minimum-charge.ts';
import type { Handlers } from '../../http/handler.ts';
import { countriesOf } from '../countries/countries.ts';

type Currency = components['schemas']['currency'];

/** English names of the currencies, in the order of the list. @evidence official */
const names: Readonly<Record<CurrencyCode, string>> = {
  USD: 'United States Dollar',
  EUR: 'Euro',
  GBP: 'Pound Sterling',
  JPY: 'Japanese Yen',
  AUD: 'Australian Dollar',
  CAD: 'Canadian Dollar',
  CHF: 'Swiss Franc',
  HKD: 'Hong Kong Dollar',
  SGD: 'Singapore Dollar',
  SEK: 'Swedish Krona',
  ARS: 'Argentine Peso',
  BRL: 'Brazilian Real',
  CLP: 'Chilean Peso',
  CNY: 'Chinese Yuan',
  COP: 'Colombian Peso',
  CZK: 'Czech Koruna',
  DKK: 'Danish Krone',
  HUF: 'Hungarian Forint',
  ILS: 'Israeli Shekel',
  INR: 'Indian Rupee',
  KRW: 'South Korean Won',
  MXN: 'Mexican Peso',
  NOK: 'Norwegian Krone',
  NZD: 'New Zealand Dollar',
  PEN: 'Peruvian Sol',
  PLN: 'Polish Zloty',
  RUB: 'Russian Ruble',
  THB: 'Thai Baht',
  TRY: 'Turkish Lira',
  TWD: 'New Taiwan Dollar',
  UAH: 'Ukrainian Hryvnia',
  VND: 'Vietnamese Dong',
  ZAR: 'South African Rand',
};

/** Currencies that a balance can be in. @evidence official: those of the settings of the balance */
const balanceCurrencies: readonly string[] = guide.components.schemas['currency-of-balance'].enum;

/** @see https://developer.paddle.com/api-reference/currencies/list-currencies */
export const currencyHandlers: Handlers<'listCurrencies'> = {
  listCurrencies: (_request, { account }) => ({
    data: (Object.keys(names) as CurrencyCode[]).map(
      (code): Currency => ({
        code,
        name: names[code],
        decimal_places: currencyDecimals[code],
        can_be_balance: balanceCurrencies.includes(code),
        applicable_countries: countriesOf(code),
        minimum_payment_amount: minimumChargeIn(code, account.exchangeRates).toString(),
      }),
    ),
  }),
};
