import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses, intercept } from '../../define-defect.ts';
import { changeBody, changeEntities, changeQuery, codeOf, withBody, without } from '../../edit-message.ts';
import type { Mutant, ProxiedResponse } from '../../mutant.ts';

/** Mutants of adjustments and credit. */
export const adjustmentMutants: readonly Mutant[] = [
  {
    name: 'refund-approved-at-once',
    description: 'a refund is approved when it is created',
    breaks: ['adjustments', 'adjustment-approvals'],
    start: changeResponses('POST /adjustments', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, status: 'approved' })),
    ),
  },
  {
    name: 'refund-never-approved',
    description: 'a refund stays pending for ever',
    breaks: ['adjustment-approvals'],
    start: changeResponses('GET /adjustments', (answer) =>
      changeEntities(answer, (entity) =>
        entity['action'] === 'refund' ? { ...entity, status: 'pending_approval' } : entity,
      ),
    ),
  },
  {
    name: 'adjustment-tax-missing',
    description: 'the tax of an adjustment is in its subtotal',
    breaks: ['adjustments'],
    start: changeResponses('POST /adjustments', (answer) =>
      changeTotals(answer, (totals) => ({ ...totals, subtotal: totals['total'] ?? '0', tax: '0' })),
    ),
  },
  {
    name: 'adjustment-fee-kept',
    description: 'no fee is given back with a refund',
    breaks: ['adjustments'],
    start: changeResponses('POST /adjustments', (answer) =>
      changeTotals(answer, (totals) => ({ ...totals, fee: '0' })),
    ),
  },
  {
    name: 'adjustment-earnings-with-tax',
    description: 'the tax counts as earnings of an adjustment',
    breaks: ['adjustments'],
    start: changeResponses('POST /adjustments', (answer) =>
      changeTotals(answer, (totals) => ({ ...totals, earnings: sum(totals['total'], negated(totals['fee'])) })),
    ),
  },
  {
    name: 'adjustment-total-adjusted-twice',
    description: 'a refund is taken from the adjusted totals twice',
    breaks: ['adjustment-approvals'],
    start: changeResponses('GET /transactions/*', (answer) =>
      changeDetails(answer, 'adjusted_totals', (adjusted, totals) => ({
        ...adjusted,
        total: sum(adjusted['total'], adjusted['total'], negated(totals['total'])),
      })),
    ),
  },
  {
    name: 'adjusted-totals-unchanged',
    description: 'a refund leaves the adjusted totals as they were',
    breaks: ['adjustment-approvals'],
    start: changeResponses('GET /transactions/*', (answer) =>
      changeDetails(answer, 'adjusted_totals', (adjusted, totals) => ({ ...adjusted, total: totals['total'] ?? '0' })),
    ),
  },
  {
    name: 'adjusted-payout-unchanged',
    description: 'a refund leaves the payout as it was',
    breaks: ['adjustment-approvals'],
    start: changeResponses('GET /transactions/*', (answer) =>
      changeDetails(answer, 'adjusted_payout_totals', (adjusted, totals) => ({
        ...adjusted,
        earnings: totals['earnings'] ?? '0',
      })),
    ),
  },
  {
    name: 'second-refund-accepted',
    description: 'a refund beside a pending one has another code',
    breaks: ['adjustment-refusals', 'error-codes'],
    start: renamed('adjustment_pending_refund_request', 'adjustment_transaction_item_over_adjustment'),
  },
  {
    name: 'credit-of-automatic-as-status',
    description: 'a credit of an automatic transaction is refused for its status',
    breaks: ['adjustment-refusals'],
    start: renamed('adjustment_invalid_credit_action', 'adjustment_transaction_invalid_status_for_credit'),
  },
  {
    name: 'wrong-items-not-listed',
    description: 'several wrong items are refused without naming them',
    breaks: ['adjustment-refusals'],
    start: changeResponses('POST /adjustments', (answer) =>
      changeBody(answer, (body) =>
        isObject(body['error']) ? { ...body, error: without(body['error'], 'errors') } : body,
      ),
    ),
  },
  {
    name: 'external-tax-mode-ignored',
    description: 'amounts without tax are taken to be with tax',
    breaks: ['adjustments'],
    start: changeRequests('POST /adjustments', (request) => changeBody(request, (body) => without(body, 'tax_mode'))),
  },
  {
    name: 'adjustment-action-filter-ignored',
    description: 'adjustments are not narrowed by their action',
    breaks: ['adjustment-lists'],
    start: changeRequests('GET /adjustments', (request) => changeQuery(request, (query) => query.delete('action'))),
  },
  {
    name: 'adjustment-transaction-filter-ignored',
    description: 'adjustments are not narrowed by their transaction',
    breaks: ['adjustment-lists'],
    start: changeRequests('GET /adjustments', (request) =>
      changeQuery(request, (query) => query.delete('transaction_id')),
    ),
  },
  {
    name: 'credit-leaves-balance',
    description: 'a credit of an invoice does not reduce the amount due',
    breaks: ['invoice-credits'],
    start: changeResponses('GET /transactions/*', (answer) =>
      changeDetails(answer, 'totals', (totals) =>
        totals['balance'] === '0' ? totals : { ...totals, balance: totals['total'] ?? '0' },
      ),
    ),
  },
  {
    name: 'credited-invoice-open',
    description: 'an invoice that is credited in full stays billed',
    breaks: ['invoice-credits'],
    start: changeResponses('GET /transactions/*', (answer) =>
      changeEntities(answer, (entity) =>
        entity['status'] === 'completed' && entity['collection_mode'] === 'manual' && isCredited(entity)
          ? { ...entity, status: 'billed' }
          : entity,
      ),
    ),
  },
  {
    name: 'credit-balance-invented',
    description: 'a customer without credit has a balance of zero',
    breaks: ['credit-balances'],
    start: intercept('GET /customers/*/credit-balances', async (request, forward) => {
      const answer = await forward(request);
      const customer_id = request.url.pathname.split('/')[2] ?? '';
      const balance = { available: '0', reserved: '0', used: '0' };
      return changeBody(answer, (body) =>
        Array.isArray(body['data']) && body['data'].length === 0
          ? { ...body, data: [{ customer_id, currency_code: 'USD', balance }] }
          : body,
      );
    }),
  },
];

/** Changes the totals of each adjustment in a response. */
function changeTotals(answer: ProxiedResponse, change: (totals: JsonObject) => JsonObject): ProxiedResponse {
  return changeEntities(answer, (entity) =>
    isObject(entity['totals']) ? { ...entity, totals: change(entity['totals']) } : entity,
  );
}

/** Changes one of the totals of each transaction in a response; it is compared with those before adjustments. */
function changeDetails(
  answer: ProxiedResponse,
  name: string,
  change: (totals: JsonObject, before: JsonObject) => JsonObject,
): ProxiedResponse {
  return changeEntities(answer, (entity) => {
    const { details } = entity;
    if (!isObject(details) || !isObject(details['totals'])) return entity;
    const part = details[name];
    return isObject(part) ? { ...entity, details: { ...details, [name]: change(part, details['totals']) } } : entity;
  });
}

/** Defines a defect that refuses with another code. */
function renamed(code: string, other: string) {
  return changeResponses('POST /adjustments', (answer) => {
    if (codeOf(answer) !== code) return answer;
    return withBody(answer, JSON.parse(answer.body.toString().replaceAll(code, other)));
  });
}

function isCredited({ details }: JsonObject): boolean {
  return isObject(details) && isObject(details['totals']) && details['totals']['credit'] !== '0';
}

function sum(...amounts: (Json | undefined)[]): string {
  return String(amounts.reduce<bigint>((all, amount) => all + BigInt(String(amount ?? '0')), 0n));
}

function negated(amount: Json | undefined): string {
  return String(-BigInt(String(amount ?? '0')));
}
