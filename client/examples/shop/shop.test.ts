import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '#mock-server/index.ts';
import { type ServedShop, serveShop } from './testing/serve-shop.ts';

let paddock: Paddock;
let shop: ServedShop;
beforeAll(async () => {
  paddock = await startPaddock({ profile: 'official', clock: { now: '2026-07-01T09:00:00Z', frozen: true } });
  shop = await serveShop(paddock);
});
afterAll(async () => {
  shop.close();
  await paddock.close();
});

async function send(path: string, body: object = {}) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(shop.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, body: response.ok ? JSON.parse(text) : text };
}

/** Reads the account once all webhooks have arrived. */
async function account() {
  await paddock.settle();
  return (await fetch(`${shop.url}/api/account`)).json();
}

describe('the shop', () => {
  test('knows a subscription by its webhooks, upgrades and pauses it, and leads to its portal', async () => {
    const user = shop.signIn();
    expect((await send('/api/pause')).status).toBe(404);
    const { id } = await paddock.subscriptions.create({
      items: [{ price_id: shop.plans[0]?.priceId ?? '', quantity: 1 }],
      customer: { email: user.email },
      address: { country_code: 'US', postal_code: '10021' },
      custom_data: { user_id: user.id },
    });
    expect(await account()).toMatchObject({ plan: 'Starter', subscription: { id, status: 'active', scheduled: null } });
    await send('/api/plan', { plan: 'Pro' });
    expect(await account()).toMatchObject({ plan: 'Pro', subscription: { status: 'active' } });
    await send('/api/pause');
    const scheduled = { action: 'pause', at: '2026-08-01T09:00:00Z' };
    expect(await account()).toMatchObject({ subscription: { scheduled } });
    expect((await send('/api/pause')).status).toBe(409);
    expect((await fetch((await send('/api/portal')).body.url)).status).toBe(200);
  });

  test('takes no webhook without a signature', async () => {
    const user = shop.signIn();
    const forged = {
      event_id: 'evt_01h',
      event_type: 'subscription.created',
      data: { custom_data: { user_id: user.id } },
    };
    expect((await send('/webhooks/paddle', forged)).status).toBe(401);
    expect((await account()).subscription).toBeNull();
  });
});
