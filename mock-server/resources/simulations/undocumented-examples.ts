import type { JsonObject } from '#openapi/document/json.ts';

const id = (prefix: string) => `${prefix}_01kpadd0ck0000000000000001`;
const time = '2026-07-01T00:00:00Z';
const later = '2026-07-01T00:01:00Z';

const apiKey = {
  id: id('apikey'),
  name: 'Data warehouse',
  description: null,
  key: 'pdl_sdbx_apikey_01kpadd0ck0000000000000001_******',
  status: 'active',
  permissions: ['customer.read'],
  expires_at: '2026-09-29T00:00:00Z',
  last_used_at: null,
  rotatable: false,
  created_at: time,
  updated_at: time,
};

const rotation = {
  id: id('apkrot'),
  api_key_id: apiKey.id,
  grace_period_seconds: 3600,
  status: 'pending',
  expires_at: later,
  created_at: time,
  updated_at: time,
};

const exposure = {
  id: id('apkexp'),
  api_key_id: apiKey.id,
  risk_level: 'high',
  action_taken: 'revoked',
  source: 'github',
  reference: 'https://github.com/example/shop/blob/main/.env',
  description: null,
  created_at: time,
};

const report = {
  id: id('rep'),
  status: 'pending',
  rows: null,
  type: 'transactions',
  filters: [{ name: 'updated_at', operator: 'gte', value: time }],
  expires_at: null,
  updated_at: time,
  created_at: time,
};

const payout = { id: id('pay'), status: 'unpaid', amount: '10000', currency_code: 'USD', remittance_reference: null };

/**
 * Examples of entities that the document does not describe, by event type.
 *
 * @evidence official for most fields; assumed for the rotation of a key, and for the values
 */
export const undocumentedExamples: Readonly<Record<string, JsonObject>> = {
  'api_key.created': apiKey,
  'api_key.updated': { ...apiKey, name: 'Data lake', updated_at: later },
  'api_key.expiring': apiKey,
  'api_key.expired': { ...apiKey, status: 'expired', updated_at: apiKey.expires_at },
  'api_key.revoked': { ...apiKey, status: 'revoked', updated_at: later },
  'api_key_exposure.created': exposure,
  'api_key_rotation.created': rotation,
  'api_key_rotation.updated': { ...rotation, status: 'completed', updated_at: later },
  'payout.created': payout,
  'payout.paid': { ...payout, status: 'paid', remittance_reference: '5YKQF7X2' },
  'report.created': report,
  'report.updated': { ...report, status: 'ready', rows: 12, expires_at: '2026-07-15T00:00:00Z', updated_at: later },
};
