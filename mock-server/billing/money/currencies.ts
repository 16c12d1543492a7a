import type { components } from '#openapi/generated/official.ts';

/** A currency that Paddle sells in, ISO 4217. */
export type CurrencyCode = components['schemas']['currency-code'];

/**
 * Decimal places of each currency. A currency of the document that is missing here does not compile.
 *
 * @evidence official: amounts are in the smallest unit, and currencies such as JPY have no smaller unit. assumed:
 *   which others have none
 */
export const currencyDecimals: Readonly<Record<CurrencyCode, 0 | 2>> = {
  ARS: 2,
  AUD: 2,
  BRL: 2,
  CAD: 2,
  CHF: 2,
  CLP: 0,
  CNY: 2,
  COP: 2,
  CZK: 2,
  DKK: 2,
  EUR: 2,
  GBP: 2,
  HKD: 2,
  HUF: 2,
  ILS: 2,
  INR: 2,
  JPY: 0,
  KRW: 0,
  MXN: 2,
  NOK: 2,
  NZD: 2,
  PEN: 2,
  PLN: 2,
  RUB: 2,
  SEK: 2,
  SGD: 2,
  THB: 2,
  TRY: 2,
  TWD: 2,
  UAH: 2,
  USD: 2,
  VND: 0,
  ZAR: 2,
};
