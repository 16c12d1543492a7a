import type { Account } from '../../targets/account.ts';
import { adjust, adjustmentOf, approveAll, invoice, partOf, type SoldOptions, seedSale } from './arrange.ts';

/** Makes a sale, and returns the body of an adjustment that is refused. */
type Refused = (account: Account) => Promise<object>;

const context = {
  skip: (reason: string): never => {
    throw new Error(reason);
  },
};

/** Bodies that are refused, by code. */
export const adjustmentRefusals: Readonly<Record<string, Refused>> = {
  invalid_field: refused({}, { type: 'full' }),
  adjustment_amount_above_remaining_allowed: refused({}, { items: [partOf(1271)] }),
  adjustment_amount_cannot_be_zero: refused({}, { items: [partOf(0)] }),
  adjustment_cannot_adjust_imported_transaction: refused({ fields: { origin: 'subscription_import' } }),
  adjustment_invalid_credit_action: refused({}, { action: 'credit' }),
  adjustment_payout_earnings_cannot_be_zero: refused(
    { payout: { currency_code: 'EUR', exchange_rate: '0.01' } },
    { items: [partOf(1)] },
  ),
  adjustment_pending_refund_request: refused({}, {}, async (account, sale) => {
    await adjust(account, sale, { items: [partOf(1)] });
  }),
  adjustment_tax_mode_not_allowed: refused({}, { type: 'full', items: null, tax_mode: 'external' }),
  adjustment_total_amount_above_remaining_allowed: refused({}, { type: 'full', items: null }, adjustWhole),
  adjustment_transaction_invalid_status_for_credit: refused(
    { fields: { ...invoice, status: 'paid' } },
    { action: 'credit' },
  ),
  adjustment_transaction_invalid_status_for_refund: refused({ fields: { status: 'billed' } }),
  adjustment_transaction_item_has_already_been_fully_adjusted: refused({}, {}, adjustWhole),
  adjustment_transaction_item_invalid: refused({}, { items: [partOf(1271), partOf(1272)] }),
  adjustment_transaction_item_over_adjustment: refused({}, { items: [partOf(1000), partOf(1000)] }),
  adjustment_transaction_missing_customer_id: refused({ fields: { customer_id: null } }),
  adjustment_transaction_without_captured_payment: refused({ lines: [{ total: 0, percent: 0 }] }),
};

/** Refunds the first item as a whole. */
async function adjustWhole(account: Account, sale: { readonly id: string }): Promise<void> {
  await adjust(account, sale);
  await approveAll(account, context);
}

function refused(
  options: SoldOptions,
  fields: object = {},
  before: (account: Account, sale: { readonly id: string }) => Promise<void> = async () => {},
): Refused {
  return async (account) => {
    const sale = await seedSale(account, context, options);
    await before(account, sale);
    return adjustmentOf(sale, fields);
  };
}
