import { formatAmount } from '../billing/money/format-amount.ts';
import type { Transaction } from '../resources/transactions/kind.ts';
import { type Html, html } from './html.ts';

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Shows the day of a time, in UTC. */
export function day(time: string): Html {
  return html`<time datetime="${time}">${days.format(Date.parse(time))}</time>`;
}

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** Names a country. */
export function countryName(code: string): string {
  return countries.of(code) ?? code;
}

/** Shows an amount in the lowest unit of its currency. */
export function money(amount: string, { currency_code }: Pick<Transaction, 'currency_code'>): string {
  return formatAmount(amount, currency_code);
}
