import type { Discount } from '../discount-shares.ts';
import type { CurrencyCode } from '../money/currencies.ts';

/** Subtotal, discount, tax and total, in the currency's smallest unit. */
export type Figures = [subtotal: number, discount: number, tax: number, total: number];

/** Unit price in the currency of the sale, quantity, and totals of a unit and of the line. */
export type RecordedLine = [
  unitPrice: number,
  quantity: number,
  unit: Figures,
  line: Figures,
  more?: { proration?: string; isCounted?: boolean },
];

/** A sale of which all figures are known. */
export type RecordedSale = {
  name: string;
  /** Place where it is published. */
  source: string;
  /** Default: USD. */
  currency?: CurrencyCode;
  /** Default: exclusive. */
  taxMode?: 'exclusive' | 'inclusive';
  taxRate: string;
  discount?: Discount;
  lines: RecordedLine[];
  totals: Figures;
  credit?: number;
  creditToBalance?: number;
  /** Default: what the credit leaves of the total. */
  grandTotal?: number;
  /** Fee and earnings, of a completed one. */
  settled?: { mode: 'automatic' | 'manual'; fee: number; earnings: number };
  /** Subtotal, tax, total, fee and earnings in another currency. */
  payout?: { currency: CurrencyCode; exchangeRate: string; sums: [number, number, number, number, number] };
};
