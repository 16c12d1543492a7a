import type { JsonObject } from '#openapi/document/json.ts';

const exposure = {
  id: 'apkexp_01kpadd0ck0000000000000001',
  api_key_id: 'apikey_01kpadd0ck0000000000000001',
  risk_level: 'high',
  action_taken: 'revoked',
  source: 'github',
  reference: 'https://github.com/example/shop/blob/main/.env',
  description: null,
  created_at: '2026-07-01T00:00:00Z',
};

const payout = {
  id: 'pay_01kpadd0ck0000000000000001',
  status: 'unpaid',
  amount: '10000',
  currency_code: 'USD',
  remittance_reference: null,
};

/**
 * Examples of entities that the document does not describe, by event type.
 *
 * @evidence official for the fields; assumed for the values
 */
export const undocumentedExamples: Readonly<Record<string, JsonObject>> = {
  'api_key_exposure.created': exposure,
  'payout.created': payout,
  'payout.paid': { ...payout, status: 'paid', remittance_reference: '5YKQF7X2' },
};
