import type { CheckoutEventsData, CheckoutEventsPaymentMethodCardDetails } from '@paddle/paddle-js';

type Period = { interval: string; frequency: number };

export type ShownItem = {
  name: string;
  description: string;
  image_url: string | null;
  quantity: number;
  minimum: number;
  maximum: number;
  unit: number;
  subtotal: number;
  billing_cycle: Period | null;
  trial_period: Period | null;
  is_charged_now: boolean;
};

export type SavedMethod = {
  id: string;
  type: string;
  card: { type: string; last4: string; expiry_month: number; expiry_year: number } | null;
};

/** A checkout as the server answers with it. */
export type View = {
  data: Omit<CheckoutEventsData, 'id' | 'payment' | 'settings' | 'upsell'>;
  page: {
    items: ShownItem[];
    amounts: {
      subtotal: number;
      discount: number | null;
      tax: number;
      total: number;
      credit: number | null;
      due: number;
      recurring: number | null;
    };
    currency_decimals: number;
    tax_rates: string[];
    can_edit: boolean;
    can_pay: boolean;
    needs_payment_method: boolean;
    is_recurring: boolean;
    is_challenged: boolean;
    error_code: string | null;
    card: CheckoutEventsPaymentMethodCardDetails | null;
    discounts_enabled: boolean;
    saving_enabled: boolean;
    saved_methods: SavedMethod[];
    color: string | null;
  };
};

/** A checkout that was opened. */
export type Opened = View & {
  id: string;
  countries: string[];
  postal_code_countries: string[];
  /** Parts that were left out, since they are invalid. */
  warnings: Warning[];
};

export type Warning = { field: string; message: string };

/** Returns a period in words, such as `month` or `3 months`. */
export function periodOf({ interval, frequency }: Period): string {
  return frequency === 1 ? interval : `${frequency} ${interval}s`;
}
