import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses } from '../../define-defect.ts';
import { changeBody, changeEntities, without } from '../../edit-message.ts';
import type { Mutant } from '../../mutant.ts';

const anyAnswer = '* /transactions**';

/** Mutants of transactions. */
export const transactionMutants: readonly Mutant[] = [
  {
    name: 'transaction-never-ready',
    description: 'a transaction with a customer and an address stays a draft',
    breaks: ['transaction-creation', 'transaction-update'],
    start: entity((each) => (each['status'] === 'ready' ? { ...each, status: 'draft' } : each)),
  },
  {
    name: 'transaction-keeps-line-ids',
    description: 'items that replace others have lines with the same IDs',
    breaks: ['transaction-update'],
    start: lines((line, index) => ({ ...line, id: `txnitm_01h${String(index).padStart(23, '0')}` })),
  },
  {
    name: 'checkout-url-with-slash',
    description: 'a slash comes between the page of the checkout and its query',
    breaks: ['transaction-creation'],
    start: entity((each) =>
      isObject(each['checkout']) && each['checkout']['url']
        ? { ...each, checkout: { url: String(each['checkout']['url']).replace('?_ptxn', '/?_ptxn') } }
        : each,
    ),
  },
  {
    name: 'checkout-page-ignored',
    description: 'the page that was sent for the checkout is ignored',
    breaks: ['transaction-creation'],
    start: sending((body) => without(body, 'checkout')),
  },
  {
    name: 'transaction-quantity-ignored',
    description: 'items are sold once',
    breaks: ['transaction-totals'],
    start: sending((body) =>
      Array.isArray(body['items'])
        ? { ...body, items: body['items'].map((item) => (isObject(item) ? { ...item, quantity: 1 } : item)) }
        : body,
    ),
  },
  {
    name: 'transaction-tax-missing',
    description: 'the totals are without the tax of the lines',
    breaks: ['transaction-totals'],
    start: totals((sums) => ({ ...sums, tax: '0', total: String(sums['subtotal']) })),
  },
  {
    name: 'transaction-currency-ignored',
    description: 'the currency that was sent is ignored',
    breaks: ['transaction-currency'],
    start: sending((body) => without(body, 'currency_code')),
  },
  {
    name: 'transaction-discount-ignored',
    description: 'a discount is not applied',
    breaks: ['transaction-discounts'],
    start: sending((body) => without(body, 'discount_id')),
  },
  {
    name: 'transaction-address-without-customer',
    description: 'an address without a customer is ignored',
    breaks: ['transaction-buyer'],
    start: sending((body) => (body['customer_id'] ? body : without(body, 'address_id'))),
  },
  {
    name: 'duplicate-prices-joined',
    description: 'a price that occurs twice is sold once',
    breaks: ['transaction-items'],
    start: sending((body) =>
      Array.isArray(body['items']) &&
      body['items'].length === 2 &&
      priceIn(body['items'][0]) === priceIn(body['items'][1])
        ? { ...body, items: body['items'].slice(0, 1) }
        : body,
    ),
  },
  {
    name: 'billing-ignored',
    description: 'the status that is sent is ignored',
    breaks: ['transaction-status', 'transaction-invoices'],
    start: sending((body) => without(body, 'status')),
  },
  {
    name: 'invoice-numbers-constant',
    description: 'all invoices have one number',
    breaks: ['transaction-invoices'],
    start: entity((each) => (each['invoice_number'] === null ? each : { ...each, invoice_number: '325-10001' })),
  },
  {
    name: 'invoice-terms-lost',
    description: 'invoices lose their payment terms',
    breaks: ['transaction-invoices'],
    start: entity((each) =>
      isObject(each['billing_details'])
        ? { ...each, billing_details: { ...each['billing_details'], payment_terms: { interval: 'day', frequency: 1 } } }
        : each,
    ),
  },
  {
    name: 'past-due-invoices-billed',
    description: 'invoices stay billed when their terms have passed',
    breaks: ['transaction-past-due'],
    start: entity((each) => (each['status'] === 'past_due' ? { ...each, status: 'billed' } : each)),
  },
  {
    name: 'canceled-transactions-billed',
    description: 'a canceled transaction is shown as billed',
    breaks: ['transaction-status'],
    start: entity((each) => (each['status'] === 'canceled' ? { ...each, status: 'billed' } : each)),
  },
  {
    name: 'preview-with-id',
    description: 'a preview has an ID',
    breaks: ['transaction-preview'],
    start: changeResponses('POST /transactions/preview', (answer) =>
      changeEntities(answer, (each) => ({ ...each, id: 'txn_01h00000000000000000000000' })),
    ),
  },
  {
    name: 'preview-counts-all',
    description: 'items that are to be left out of the totals of a preview are counted',
    breaks: ['transaction-preview'],
    start: changeRequests('POST /transactions/preview', (request) =>
      changeBody(request, (body) =>
        Array.isArray(body['items'])
          ? {
              ...body,
              items: body['items'].map((item) => (isObject(item) ? without(item, 'include_in_totals') : item)),
            }
          : body,
      ),
    ),
  },
  {
    name: 'preview-trials-charged',
    description: 'a preview charges trials',
    breaks: ['transaction-preview'],
    start: changeRequests('POST /transactions/preview', (request) =>
      changeBody(request, (body) => ({ ...body, ignore_trials: true })),
    ),
  },
  {
    name: 'revision-unmarked',
    description: 'a revised transaction does not say when',
    breaks: ['transaction-revision'],
    start: entity((each) => ('revised_at' in each ? { ...each, revised_at: null } : each)),
  },
  {
    name: 'custom-prices-standard',
    description: 'prices that are described for a transaction are of the catalog',
    breaks: ['transaction-custom-prices'],
    start: entity((each) =>
      Array.isArray(each['items'])
        ? {
            ...each,
            items: each['items'].map((item) =>
              isObject(item) && isObject(item['price'])
                ? { ...item, price: { ...item['price'], type: 'standard' } }
                : item,
            ),
          }
        : each,
    ),
  },
];

/** Changes the transactions in responses. */
function entity(change: (each: JsonObject) => JsonObject): Mutant['start'] {
  return changeResponses(anyAnswer, (answer) => changeEntities(answer, change));
}

/** Changes the bodies that create and update transactions. */
function sending(change: (body: JsonObject) => JsonObject): Mutant['start'] {
  return changeRequests('* /transactions**', (request) =>
    request.url.pathname.endsWith('/preview') ? request : changeBody(request, change),
  );
}

function details(change: (details: JsonObject) => JsonObject): Mutant['start'] {
  return entity((each) => (isObject(each['details']) ? { ...each, details: change(each['details']) } : each));
}

function totals(change: (sums: JsonObject) => JsonObject): Mutant['start'] {
  return details((each) => (isObject(each['totals']) ? { ...each, totals: change(each['totals']) } : each));
}

function lines(change: (line: JsonObject, index: number) => JsonObject): Mutant['start'] {
  return details((each) =>
    Array.isArray(each['line_items'])
      ? { ...each, line_items: each['line_items'].map((line, index) => (isObject(line) ? change(line, index) : line)) }
      : each,
  );
}

function priceIn(item: unknown): unknown {
  return isObject(item) ? item['price_id'] : undefined;
}
