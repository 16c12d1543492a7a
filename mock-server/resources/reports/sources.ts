import type { Extract, ExtractCondition } from '../../state/lists/extracts.ts';
import { movedAt, remittanceAt } from '../../state/series.ts';
import { isOfTime } from './filters.ts';
import type { Report } from './kind.ts';

type Filter = Report['filters'][number];
type FilterName = Filter['name'];

/** Kinds that reports have rows of. */
export type ReportedKind = 'transactions' | 'adjustments' | 'prices' | 'discounts';

/** A kind of a report: its conditions, and SQL of what is filtered by. A filter without any matches nothing. */
type SourceDefinition = {
  readonly kind: ReportedKind;
  readonly only?: string;
  readonly sortedBy: string;
  readonly rows?: string;
  readonly filters: { readonly [Name in FilterName]?: string };
};

const json = (path: string) => `json_extract(json, '$.${path}')`;
const time = (text: string) => `CAST(unixepoch(${text}, 'subsec') * 1000 AS INTEGER)`;
const product = (column: string) =>
  `(SELECT ${column} FROM products WHERE products.account = prices.account AND products.id = prices.product_id)`;
const country =
  "(SELECT json_extract(json, '$.country_code') FROM addresses WHERE addresses.account = transactions.account AND addresses.id = json_extract(transactions.json, '$.address_id'))";

const transactions: SourceDefinition = {
  kind: 'transactions',
  sortedBy: 'updated_at',
  filters: {
    collection_mode: 'collection_mode',
    currency_code: json('currency_code'),
    origin: 'origin',
    status: 'status',
    updated_at: 'updated_at',
  },
};
const adjustments: SourceDefinition = {
  kind: 'adjustments',
  sortedBy: 'updated_at',
  filters: { action: 'action', currency_code: json('currency_code'), status: 'status', updated_at: 'updated_at' },
};
/** Sales and adjustments that moved the balance. */
const movements: readonly SourceDefinition[] = [
  {
    kind: 'transactions',
    only: 'completed_at IS NOT NULL',
    sortedBy: 'updated_at',
    filters: {
      balance_movement_date: 'completed_at',
      balance_movement_type: "'sale'",
      remittance_reference: remittanceAt('transactions.account', 'completed_at'),
      transaction_updated_at: 'updated_at',
      updated_at: 'updated_at',
    },
  },
  {
    kind: 'adjustments',
    only: "status IN ('approved', 'reversed')",
    sortedBy: 'updated_at',
    filters: {
      balance_movement_date: movedAt,
      balance_movement_type: 'action',
      remittance_reference: remittanceAt('adjustments.account', movedAt),
      transaction_updated_at: 'updated_at',
      updated_at: 'updated_at',
    },
  },
];

const definitions: Readonly<Record<Report['type'], readonly SourceDefinition[]>> = {
  transactions: [transactions],
  transaction_line_items: [{ ...transactions, rows: 'line_count' }],
  adjustments: [adjustments],
  adjustment_line_items: [{ ...adjustments, rows: 'line_count' }],
  products_prices: [
    {
      kind: 'prices',
      sortedBy: time(json('updated_at')),
      filters: {
        price_status: 'status',
        price_type: 'type',
        price_updated_at: time(json('updated_at')),
        product_status: product('status'),
        product_type: product('type'),
        product_updated_at: product('updated_at'),
      },
    },
  ],
  discounts: [
    {
      kind: 'discounts',
      sortedBy: time(json('updated_at')),
      filters: { type: json('type'), status: 'status', updated_at: time(json('updated_at')) },
    },
  ],
  balance: movements,
  payout_reconciliation: movements,
  checkouts: [
    {
      kind: 'transactions',
      only: 'checkout_at IS NOT NULL',
      sortedBy: 'updated_at',
      filters: { checkout_created_at: 'checkout_at', customer_country_code: country },
    },
  ],
};

/** Returns what a report reads, in order. */
export function extractsOf({ type, filters }: Report): Extract<ReportedKind>[] {
  return definitions[type].map(({ kind, only, sortedBy, rows, filters: terms }) => ({
    kind,
    sortedBy,
    ...(rows !== undefined && { rows }),
    conditions: [
      ...(only === undefined ? [] : [{ sql: only, values: [] }]),
      ...filters.map((filter) => conditionOf(terms[filter.name], filter)),
    ],
  }));
}

function conditionOf(term: string | undefined, { name, operator, value }: Filter): ExtractCondition {
  if (term === undefined) return { sql: 'FALSE', values: [] };
  if (isOfTime(name))
    return { sql: `${term} ${operator === 'lt' ? '<' : '>='} ?`, values: [Date.parse(String(value))] };
  const values = [value].flat();
  return { sql: `${term} IN (${values.map(() => '?').join(', ')})`, values };
}
