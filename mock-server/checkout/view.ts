import type { Account } from '../account/account.ts';
import { currencyDecimals } from '../billing/money/currencies.ts';
import { readAuthToken } from '../resources/auth-tokens/auth-token.ts';
import type { Transaction } from '../resources/transactions/kind.ts';
import { openAttempt } from '../resources/transactions/payments.ts';
import { eventDataOf, numbersIn, recurringOf } from './event-data.ts';
import { needsPaymentMethod } from './pay.ts';

/**
 * Returns a checkout as its page shows it: the data of events, and more amounts as decimal numbers.
 *
 * @param token authentication of the customer, whose saved payment methods are then listed
 */
export function viewOf(transaction: Transaction, account: Account, token?: string) {
  const { status, currency_code, details, items, payments } = transaction;
  const shown = numbersIn(currency_code);
  const { subtotal, discount, tax, total, credit, balance, grand_total } = details.totals;
  const { totals: recurring } = recurringOf(transaction, account);
  const [attempt] = payments;
  const { checkout_features: features } = account.settings;
  return {
    data: eventDataOf(transaction, account),
    page: {
      items: details.line_items.map(({ unit_totals, totals, product, quantity }, index) => {
        const price = items[index]?.price;
        return {
          name: product.name,
          description: price?.name ?? price?.description ?? '',
          image_url: product.image_url,
          quantity,
          minimum: price?.quantity.minimum ?? 1,
          maximum: price?.quantity.maximum ?? quantity,
          unit: shown(unit_totals.subtotal),
          subtotal: shown(totals.subtotal),
          billing_cycle: price?.billing_cycle ?? null,
          trial_period: price?.trial_period ?? null,
          is_charged_now: BigInt(totals.subtotal) !== 0n,
        };
      }),
      amounts: {
        subtotal: shown(subtotal),
        discount: BigInt(discount) === 0n ? null : shown(discount),
        tax: shown(tax),
        total: shown(total),
        credit: BigInt(credit) === 0n ? null : shown(credit),
        due: shown(status === 'completed' || status === 'paid' ? grand_total : balance),
        recurring: recurring ? shown(recurring.total) : null,
      },
      currency_decimals: currencyDecimals[currency_code],
      tax_rates: details.tax_rates_used.map(({ tax_rate }) => tax_rate),
      can_edit: status === 'draft' || status === 'ready',
      can_pay: status === 'ready' || status === 'billed' || status === 'past_due',
      needs_payment_method: needsPaymentMethod(transaction),
      is_recurring: recurring !== undefined,
      is_challenged: openAttempt(transaction) !== undefined,
      error_code: attempt?.status === 'error' ? attempt.error_code : null,
      card: cardOf(transaction),
      discounts_enabled: features.discounts_enabled,
      saving_enabled: features.saved_payment_methods_enabled,
      saved_methods: token === undefined ? [] : savedMethodsOf(transaction, account, token),
      color: account.settings.checkout_styles_overlay.primary_checkout_color,
    },
  };
}

/** Card of the newest attempt, as events show it. */
function cardOf({ payments: [attempt] }: Transaction) {
  const card = attempt?.method_details.card;
  if (!card) return null;
  const { type, last4, expiry_month, expiry_year } = card;
  return { type, last4, expiry_month, expiry_year };
}

function savedMethodsOf({ customer_id }: Transaction, account: Account, token: string) {
  if (customer_id === null || readAuthToken(account, token) !== customer_id) return [];
  return account.store.payment_methods
    .all({ customer_id: [customer_id] })
    .map(({ id, type, card }) => ({ id, type, card: card && { ...card, cardholder_name: undefined } }));
}
