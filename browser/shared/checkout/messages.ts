import type { CheckoutSettings, PaddleEventData } from '@paddle/paddle-js';

/** The contents of a checkout, as the server takes them. */
export type CheckoutInput = {
  items?: { price_id: string; quantity: number }[];
  discount_id?: string | null;
  discount_code?: string | null;
  customer?: { id?: string; email?: string } | null;
  address?: {
    id?: string;
    country_code?: string;
    postal_code?: string | null;
    region?: string | null;
    city?: string | null;
    first_line?: string | null;
  };
  business?: { id?: string; name?: string; tax_identifier?: string | null } | null;
  customer_auth_token?: string;
  custom_data?: Record<string, unknown> | null;
  upsell_transaction_id?: string | null;
};

export type OpenInput = CheckoutInput & { token?: string; transaction_id?: string };

/** The look of a checkout, and the choices it offers. */
export type FrameSettings = CheckoutSettings & {
  /** A saved payment method to choose at first. */
  savedPaymentMethodId?: string;
  upsell?: { transactionId: string; showSkipButton: boolean };
};

/** Changes that a shop makes to an open checkout. */
export type Change = { input: CheckoutInput; settings: Pick<FrameSettings, 'savedPaymentMethodId' | 'upsell'> };

/** A message of Paddle.js to its frame. */
export type ToFrame =
  | { to: 'paddock-frame'; type: 'open'; input: OpenInput; settings: FrameSettings }
  | ({ to: 'paddock-frame'; type: 'change' } & Change);

/** A message of the frame to Paddle.js. */
export type FromFrame =
  /** The frame listens. */
  | { from: 'paddock-frame'; type: 'ready' }
  | { from: 'paddock-frame'; type: 'event'; event: PaddleEventData }
  /** Height of the content, in pixels. */
  | { from: 'paddock-frame'; type: 'height'; height: number }
  | { from: 'paddock-frame'; type: 'close' }
  /** The buyer has paid and leaves for the shop's page. */
  | { from: 'paddock-frame'; type: 'leave'; url: string };
