import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { badRequest, paddleError } from '../errors/errors.ts';
import { fieldErrorsOf } from '../errors/validation-messages.ts';
import type { ApiRequest } from '../http/exchange.ts';
import { charsetOfJson, textOf } from '../http/input/body.ts';
import { readBytes } from '../http/input/read-bytes.ts';

/** A buyer as the checkout names one. */
export type CustomerInput = { id?: string; email?: string };

/** A place as the checkout names one. */
export type AddressInput = {
  id?: string;
  country_code?: string;
  postal_code?: string | null;
  region?: string | null;
  city?: string | null;
  first_line?: string | null;
};

export type BusinessInput = { id?: string; name?: string; tax_identifier?: string | null };

/** The contents of a checkout. Missing fields stay as they are, and `null` removes. */
export type CheckoutInput = {
  items?: { price_id: string; quantity: number }[];
  discount_id?: string | null;
  discount_code?: string | null;
  customer?: CustomerInput | null;
  address?: AddressInput;
  business?: BusinessInput | null;
  customer_auth_token?: string;
  custom_data?: Record<string, unknown> | null;
  /** A completed transaction that this checkout follows. */
  upsell_transaction_id?: string | null;
};

export type OpenInput = CheckoutInput & { token?: string; transaction_id?: string };

/** A payment as the form sends it. */
export type PaymentInput = {
  card?: string;
  expiry?: string;
  cvc?: string;
  cardholder_name?: string;
  save?: boolean;
  payment_method_id?: string;
  customer_auth_token?: string;
  authentication?: 'succeed' | 'fail';
};

const text = (maxLength: number) => ({ type: 'string', maxLength });
const optional = (maxLength: number) => ({ type: ['string', 'null'], maxLength });
const closed = (properties: object, required: readonly string[] = []) => ({
  type: ['object'],
  additionalProperties: false,
  required,
  properties,
});
const orNull = ({ type, ...schema }: ReturnType<typeof closed>) => ({ ...schema, type: [...type, 'null'] });

const checkout = {
  items: {
    type: 'array',
    minItems: 1,
    maxItems: 100,
    items: closed({ price_id: text(64), quantity: { type: 'integer', minimum: 1, maximum: 999_999_999 } }, [
      'price_id',
      'quantity',
    ]),
  },
  discount_id: optional(64),
  discount_code: optional(64),
  customer: orNull(closed({ id: text(64), email: text(320) })),
  address: closed({
    id: text(64),
    country_code: text(2),
    postal_code: optional(200),
    region: optional(200),
    city: optional(200),
    first_line: optional(1024),
  }),
  business: orNull(closed({ id: text(64), name: text(1024), tax_identifier: optional(200) })),
  customer_auth_token: text(200),
  custom_data: { type: ['object', 'null'] },
  upsell_transaction_id: optional(64),
};

/** A check that is compiled by its first use, since most mocks never open a checkout. */
type BodyCheck<Body> = () => ValidateFunction<Body>;

function checkOf<Body>(schema: object): BodyCheck<Body> {
  let check: ValidateFunction<Body> | undefined;
  return () => {
    check ??= new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile<Body>(schema);
    return check;
  };
}

export const openBody = checkOf<OpenInput>(closed({ ...checkout, token: text(100), transaction_id: text(64) }));
export const changeBody = checkOf<CheckoutInput>(closed(checkout));
export const paymentBody = checkOf<PaymentInput>(
  closed({
    card: text(40),
    expiry: text(16),
    cvc: text(8),
    cardholder_name: text(200),
    save: { type: 'boolean' },
    payment_method_id: text(64),
    customer_auth_token: text(200),
    authentication: { enum: ['succeed', 'fail'] },
  }),
);

/** Largest body, in bytes. */
const bytesAtMost = 256 * 1024;

/** Reads a JSON body. @throws PaddleApiError for one that cannot be read */
export async function readJson(request: ApiRequest): Promise<unknown> {
  const charset = charsetOfJson(request.headers['content-type']);
  if (charset === undefined) throw paddleError('unsupported_media_type');
  const bytes = await readBytes(request, bytesAtMost);
  try {
    return JSON.parse(textOf(bytes, charset));
  } catch {
    throw paddleError('invalid_json');
  }
}

/** Reads a JSON body of a schema. @throws PaddleApiError for any other */
export async function readBody<Body>(request: ApiRequest, checkOfBody: BodyCheck<Body>): Promise<Body> {
  const body = await readJson(request);
  const check = checkOfBody();
  if (check(body)) return body;
  throw badRequest(fieldErrorsOf(check.errors ?? []));
}
