import type { CheckoutInput, OpenInput } from '../shared/checkout/messages.ts';
import type { Opened, View } from './view.ts';

export type Payment = {
  card?: string;
  expiry?: string;
  cvc?: string;
  cardholder_name?: string;
  save?: boolean;
  payment_method_id?: string;
  customer_auth_token?: string;
  authentication?: 'succeed' | 'fail';
};

/** An error as the API describes it. */
type ErrorBody = {
  type: string;
  code: string;
  detail: string;
  documentation_url: string;
  errors?: { field: string; message: string }[];
};

/** A request that the server refused. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly body: ErrorBody;

  constructor(body: ErrorBody) {
    super(body.errors?.[0]?.message ?? body.detail);
    this.body = body;
  }

  /** Path of the first invalid field. */
  get field(): string | undefined {
    return this.body.errors?.[0]?.field;
  }
}

const root = '/_paddock/checkout';

async function send<Answer>(method: string, path: string, body: object): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`${root}${path}`, { method, headers, body: JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Refusal(answer.error);
  return answer.data;
}

export const server = {
  open: (input: OpenInput) => send<Opened>('POST', '/open', input),
  change: (id: string, input: CheckoutInput) => send<View>('PATCH', `/transactions/${id}`, input),
  pay: (id: string, payment: Payment) => send<View>('POST', `/transactions/${id}/pay`, payment),
};
