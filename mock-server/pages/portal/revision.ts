import { UsageError } from '#openapi/text/usage-error.ts';
import { PaddleApiError } from '../../errors/errors.ts';
import type { Transaction } from '../../resources/transactions/kind.ts';
import { moveTransaction } from '../../resources/transactions/moves.ts';
import type { TransactionRevise } from '../../resources/transactions/revise.ts';
import { partsOf } from '../../state/entries/transaction-parts.ts';
import { html } from '../html.ts';
import { buttons, form, problemNote, textField } from './parts.ts';
import { perform } from './perform.ts';
import type { Fields, Screen } from './screen.ts';
import type { Visit } from './visit.ts';

/** Parts of a revision by the names of their fields, with a dot between. */
const fieldsOf = {
  'customer.name': { label: 'Your name', autocomplete: 'name' },
  'business.name': { label: 'Name of the business', autocomplete: 'organization' },
  'business.tax_identifier': { label: 'Tax identifier', hint: 'A valid one takes the tax off, and it is credited.' },
  'address.first_line': { label: 'Street and number', autocomplete: 'address-line1', longest: 1024, isWide: true },
  'address.second_line': { label: 'Further line', autocomplete: 'address-line2', longest: 1024, isWide: true },
  'address.city': { label: 'City', autocomplete: 'address-level2' },
  'address.region': { label: 'State or region', autocomplete: 'address-level1' },
} as const;

/**
 * Returns true if the customer can correct the details on a payment's invoice.
 *
 * @evidence official: customers revise completed transactions in the portal. assumed: it has the rules of the API
 */
export function canRevise({ account }: Visit, transaction: Transaction): boolean {
  if (!account.spec.operations.has('reviseTransaction')) return false;
  try {
    moveTransaction('revise', transaction);
    return true;
  } catch (error) {
    if (error instanceof PaddleApiError) return false;
    throw error;
  }
}

/** Corrects the details on a payment's invoice, once. */
export const revisionForm: Screen = {
  path: '/payments/:transaction_id/revision',
  show: (visit, { transaction_id = '' }, sent) => {
    const transaction = visit.account.store.transactions.requireOf(visit.customer.id, transaction_id);
    if (!sent.problem && !canRevise(visit, transaction)) return visit.url('/payments');
    const known = valuesOf(visit, transaction);
    const fields = Object.entries(fieldsOf).map(([name, field]) => {
      // Once set, none of these can change.
      const isFixed = (name === 'address.city' || name === 'address.region') && known[name];
      return isFixed ? html`` : textField({ ...field, name, value: sent.fields.get(name) ?? known[name] }, sent);
    });
    const action = visit.url(`/payments/${transaction.id}/revision`);
    const number = transaction.invoice_number ?? transaction.id;
    return {
      title: 'Correct details',
      section: 'payments',
      content: html`<h1>Correct details</h1><p class="soft">Invoice ${number}. It can be corrected once; later invoices follow your billing details.</p>
${problemNote(sent)}<article>${form(action, html`<div class="fields">${fields}</div>${buttons('Correct invoice', visit.url('/payments'))}`)}</article>`,
    };
  },
  submit: (visit, { transaction_id = '' }, fields) => {
    const transaction = visit.account.store.transactions.requireOf(visit.customer.id, transaction_id);
    const body = correctionsOf(fields, valuesOf(visit, transaction));
    if (Object.keys(body).length === 0) throw new UsageError('Nothing was changed. Correct a field first.');
    perform(visit, 'reviseTransaction', { params: { transaction_id: transaction.id }, query: {}, body });
    return visit.url('/payments', { done: 'revision' });
  },
};

type Values = Partial<Record<string, string | null>>;

function valuesOf({ account }: Visit, transaction: Transaction): Values {
  const { customer, business, address } = partsOf(transaction, account.store);
  return {
    'customer.name': customer?.name,
    'business.name': business?.name,
    'business.tax_identifier': business?.tax_identifier,
    'address.first_line': address?.first_line,
    'address.second_line': address?.second_line,
    'address.city': address?.city,
    'address.region': address?.region,
  };
}

/** Returns the fields that differ from what is known. Their names are those of the body. */
function correctionsOf(fields: Fields, known: Values): TransactionRevise {
  const body: Record<string, Record<string, string>> = {};
  for (const name of Object.keys(fieldsOf)) {
    const value = fields.get(name)?.trim() ?? '';
    const [part = '', field = ''] = name.split('.');
    if (value && value !== known[name]) body[part] = { ...body[part], [field]: value };
  }
  return body;
}
