import type { JsonObject } from '#openapi/document/json.ts';
import type { Success } from '../../contract/operations.ts';
import type { TestContext } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import type { Payment } from '../../targets/target.ts';
import { createAddress, createCustomer } from '../arrange.ts';
import { transactionOf } from '../transactions/arbitrary.ts';
import { createBuyer, createTransaction, soldTo } from '../transactions/arrange.ts';

export type Transaction = Success<'getTransaction'>['data'];

/** Paddle's test cards. */
export const cards = {
  pays: '4242 4242 4242 4242',
  debit: '4000056655665556',
  asks: '4000 0038 0000 0446',
  declined: '4000 0000 0000 0002',
  failsLater: '4000 0027 6000 3184',
};

/** Buys something once with a discount, where the target can be paid. */
export async function buyWith(account: Account, discount_id: string): Promise<void> {
  const { id } = await createTransaction(account, { ...soldTo(await createBuyer(account)), discount_id });
  await account.target.can.pay?.(account, id, { card: cards.pays });
}

/** A sale of one line, in cents. */
export type Sale = { readonly subtotal: number; readonly tax: number };

/** A buyer with transactions that are ready to be paid; skips the law if the target cannot do this. */
export async function buyer({ target, skip }: TestContext, account: Account) {
  const seed = target.can.seed ?? skip('the target cannot be seeded with transactions');
  const pay = target.can.pay ?? skip('transactions of the target cannot be paid');
  const address = await createAddress(account, await createCustomer(account, { name: 'Ada Lovelace' }));
  const { customer_id } = address;
  const read = async (id: string): Promise<Transaction> =>
    (await account.call('getTransaction', { path: { transaction_id: id } })).data;
  return {
    address,
    customer_id,
    /** Stores a transaction that is ready to be paid, and returns its ID. */
    owe: async (sale: Sale = { subtotal: 1000, tax: 270 }): Promise<string> => {
      const unpaid = transactionOf(
        target.contract,
        address,
        unpaidFields(transactionOf(target.contract, address), sale),
      );
      await seed(account, { transactions: [unpaid] });
      return unpaid.id;
    },
    read,
    /** Makes a payment, and returns the transaction. */
    pay: async (id: string, payment: Payment): Promise<Transaction> => {
      await pay(account, id, payment);
      return read(id);
    },
  };
}

/** Fields of an unpaid sale, with the lines of the document's example. */
function unpaidFields({ details }: JsonObject, { subtotal, tax }: Sale): JsonObject {
  const [sum, net] = [String(subtotal + tax), String(subtotal)];
  const line = { subtotal: net, discount: '0', tax: String(tax), total: sum };
  const owed = { grand_total: sum, grand_total_tax: String(tax) };
  const currency_code = 'USD';
  return {
    status: 'ready',
    invoice_number: null,
    billed_at: null,
    billing_period: null,
    payments: [],
    details: {
      tax_rates_used: [{ tax_rate: '0.27', totals: line }],
      totals: {
        ...{ ...line, credit: '0', credit_to_balance: '0', balance: sum, ...owed },
        ...{ fee: null, earnings: null, currency_code },
      },
      adjusted_totals: {
        ...{ subtotal: net, tax: String(tax), total: sum, ...owed },
        ...{ fee: '0', retained_fee: '0', earnings: '0', currency_code },
      },
      payout_totals: null,
      adjusted_payout_totals: null,
      line_items: Object(details).line_items.map((item: object) => ({ ...item, unit_totals: line, totals: line })),
    },
  };
}
