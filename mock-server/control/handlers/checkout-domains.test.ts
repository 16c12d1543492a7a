import { expect, test } from 'vitest';
import { startPaddock } from '../../index.ts';
import { call } from '../../testing/call.ts';

test('a domain is added once, approved at once', async () => {
  const paddock = await startPaddock({ profile: 'official', clock: { now: '2026-07-01T00:00:00Z', frozen: true } });
  const added = await paddock.checkoutDomains.add('shop.example.com');
  expect(added).toMatchObject({ domain: 'shop.example.com', status: 'approved' });
  expect((await call(paddock, 'GET', '/checkout-domains')).data).toEqual([added]);
  await expect(paddock.checkoutDomains.add('shop.example.com')).rejects.toThrow('checkout_domain_already_exists');
  await expect(paddock.checkoutDomains.add('https://shop.example.com')).rejects.toThrow('domain');
  expect((await call(paddock, 'GET', '/checkout-domains')).data).toEqual([added]);
  await paddock.close();
});
