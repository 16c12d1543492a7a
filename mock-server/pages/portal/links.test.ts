import { describe, expect, test } from 'vitest';
import { buildAddress, buildCustomer, buildSubscription } from '#fixtures/index.ts';
import { type Paddock, type PaddockOptions, startPaddock } from '../../index.ts';

const customer = buildCustomer({ seed: 1, overrides: { name: '<script>alert("hi")</script>', status: 'active' } });
const address = buildAddress({ seed: 2, overrides: { customer_id: customer.id } });
const subscription = buildSubscription({
  seed: 3,
  overrides: { customer_id: customer.id, address_id: address.id, business_id: null },
});
const fixtures = { customers: [customer], addresses: [address], subscriptions: [subscription] };

async function startWithSession(options: PaddockOptions) {
  const paddock = await startPaddock({ ...options, fixtures });
  const response = await fetch(`${paddock.url}/customers/${customer.id}/portal-sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${paddock.apiKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ subscription_ids: [subscription.id] }),
  });
  const { data } = await response.json();
  const [links] = data.urls.subscriptions;
  return { paddock, overview: String(data.urls.general.overview), cancel: String(links.cancel_subscription) };
}

async function visit(url: string, method = 'GET') {
  const response = await fetch(url, { method });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function closing(paddock: Paddock, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await paddock.close();
  }
}

describe('a portal link', () => {
  test('shows the customer and their subscriptions, with data escaped', async () => {
    const { paddock, overview } = await startWithSession({});
    await closing(paddock, async () => {
      const { status, text, headers } = await visit(overview);
      expect(status).toBe(200);
      expect(text).toContain(customer.email);
      expect(text).toContain(subscription.id);
      expect(text).toContain('Active');
      expect(text).toContain('&lt;script&gt;alert(&quot;hi&quot;)&lt;/script&gt;');
      expect(text).not.toContain('<script>');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    });
  });

  test('that is single-use opens once, independently of others and of HEAD requests', async () => {
    const { paddock, overview, cancel } = await startWithSession({ behaviours: { 'portal-links': 'single-use' } });
    await closing(paddock, async () => {
      expect((await visit(overview, 'HEAD')).status).toBe(200);
      expect((await visit(overview)).status).toBe(200);
      const second = await visit(overview);
      expect(second.status).toBe(410);
      expect(second.text).toContain('already been used');
      const other = await visit(cancel);
      expect(other.status).toBe(200);
      expect(other.text).toContain('<h1>Cancel subscription</h1>');
    });
  });

  test.each([
    ['single-use', { minutes: 14 }, { minutes: 1 }],
    ['reusable', { hours: 23 }, { hours: 1 }],
  ])('that is %s expires on the account clock', async (behaviour, before, rest) => {
    const clock = { now: '2026-07-01T00:00:00Z', frozen: true };
    const { paddock, overview, cancel } = await startWithSession({ behaviours: { 'portal-links': behaviour }, clock });
    await closing(paddock, async () => {
      await paddock.clock.advance(before);
      expect((await visit(overview)).status).toBe(200);
      await paddock.clock.advance(rest);
      const expired = await visit(cancel);
      expect(expired.status).toBe(410);
      expect(expired.text).toContain('has expired');
    });
  });

  test('that is reusable opens repeatedly', async () => {
    const { paddock, overview } = await startWithSession({ behaviours: { 'portal-links': 'reusable' } });
    await closing(paddock, async () => {
      expect((await visit(overview)).status).toBe(200);
      expect((await visit(overview)).status).toBe(200);
    });
  });

  test('that is unknown or altered is not found', async () => {
    const { paddock, overview, cancel } = await startWithSession({});
    await closing(paddock, async () => {
      const wrong = [
        overview.replace(/token=pga_\w{5}/, 'token=pga_xxxxx'),
        overview.replace(/cpl_\w{26}/, 'cpl_01kpadd0ck0000000000000001'),
        overview.replace('action=overview', 'action=refund'),
        cancel.replace(subscription.id, 'sub_01kpadd0ck0000000000000004'),
        `${paddock.url}/customer-portal/cpl_01kpadd0ck0000000000000001`,
      ];
      for (const url of wrong) expect((await visit(url)).status).toBe(404);
      expect((await visit(overview)).status).toBe(200);
      await paddock.reset();
      expect((await visit(cancel)).status).toBe(404);
    });
  });
});
