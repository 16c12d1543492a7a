import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createRedactor } from './redact.ts';

const secrets = {
  key: 'pdl_sdbx_apikey_01gtgztp8fpchantd5g1wrksa3_abcdefghijklmnopqrstuv_abc',
  live: 'pdl_live_apikey_01gtgztp8fpchantd5g1wrksa3_ABCDEFGHIJKLMNOPQRSTUV_ABC',
  webhook: 'pdl_ntfset_01gtgztp8fpchantd5g1wrksa3_pL+/aQ==',
  link: 'pga_eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJpZCI6InBnYSJ9.X-y_z',
  legacy: '0123456789abcdef0123456789abcdef0123456789abcdef01',
};

test('no secret is left, wherever it stands', () => {
  const setting = { endpoint_secret_key: 'chosen by its owner', api_key: 'another-of-no-form' };
  const report = {
    message: `expected '${secrets.key}' to be '${secrets.live}'`,
    headers: { authorization: `Bearer ${secrets.legacy}` },
    path: `/portal?token=${secrets.link}&x=1`,
    body: JSON.stringify({ data: setting, secret: secrets.webhook, again: JSON.stringify(setting) }),
    received: inspect(setting),
    echo: [`you sent a-given-key`],
  };
  const text = JSON.stringify(createRedactor(['a-given-key'])(report));
  for (const secret of [...Object.values(secrets), ...Object.values(setting), 'a-given-key'])
    expect(text).not.toContain(secret);
});

test('everything else is left as it is', () => {
  const report = {
    path: '/customers?after=ctm_01gtgztp8fpchantd5g1wrksa3',
    keys: 2,
    none: null,
    name: 'Bearer of news',
  };
  expect(createRedactor()(report)).toEqual(report);
});
