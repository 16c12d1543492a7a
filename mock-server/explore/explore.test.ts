import { describe, expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { lastDeliveryWins } from './examples/last-delivery-wins.ts';
import { newestEventWins } from './examples/newest-event-wins.ts';
import { explore } from './explore.ts';
import { scenarioNames } from './scenario.ts';

const secret = 'pdl_ntfset_explored';

const of = ({ handle, read }: ReturnType<typeof lastDeliveryWins>) => ({ handler: handle, read, secret });

describe('explore', () => {
  test.each(scenarioNames)(
    '%s: an application that keeps the newest event is right in every order',
    async (scenario) => {
      const { broken, orders } = await explore({ ...of(newestEventWins(secret)), scenario, runs: 12 });
      expect(broken).toBeNull();
      expect(orders).toBe(13);
    },
  );

  test('finds the smallest order that breaks an application which believes the last delivery', async () => {
    const options = { ...of(lastDeliveryWins(secret)), scenario: 'change-of-mind', patienceMs: 1 } as const;
    const { broken, events } = await explore(options);
    const subscribed = broken?.deliveries.filter(({ event_type }) => event_type.startsWith('subscription.'));
    expect(broken?.deliveries.filter(({ note }) => note !== null)).toHaveLength(1);
    expect(broken?.deliveries.length).toBeLessThanOrEqual(events + 1);
    expect(subscribed?.at(-1)?.note).not.toBeNull();
    expect(broken?.differences).toMatchObject([{ field: 'next_billed_at', read: null }]);
  });

  test('finds nothing where the order of two events does not matter', async () => {
    const { broken } = await explore({ ...of(lastDeliveryWins(secret)), scenario: 'purchase', runs: 12 });
    expect(broken).toBeNull();
  });

  test('finds an application that needs an entity to exist before it changes', async () => {
    const statuses = new Map<string, string>();
    const { broken } = await explore({
      handler: async (request) => {
        const { event_type, data } = await request.json();
        if (event_type === 'subscription.created') statuses.set(data.id, data.status);
        else if (statuses.has(data.id)) statuses.set(data.id, data.status);
        return new Response();
      },
      read: () => [...statuses].map(([subscription_id, status]) => ({ subscription_id, status })),
      secret,
      events: ['subscription.created', 'subscription.canceled'],
      scenario: 'cancel',
      patienceMs: 1,
    });
    expect(broken?.deliveries.map(({ event_type }) => event_type).slice(0, 2)).toEqual([
      'subscription.canceled',
      'subscription.created',
    ]);
    expect(broken?.differences).toMatchObject([{ field: 'status', read: 'active', api: 'canceled' }]);
  });

  test('retries what is refused, and names an entity that is missing in the end', async () => {
    const seen = new Map<string, string>();
    let deliveries = 0;
    const application = (isPatient: boolean) =>
      explore({
        handler: async (request) => {
          deliveries += 1;
          const { event_type, data } = await request.json();
          const isKnown = event_type === 'subscription.created' || seen.has(data.id);
          if (isKnown) seen.set(data.id, data.id);
          return new Response(null, { status: isKnown || !isPatient ? 200 : 503 });
        },
        read: ({ subscription_id = '' }) => ({ id: seen.get(subscription_id) }),
        secret,
        events: ['subscription.created', 'subscription.activated'],
        scenario: 'purchase',
        runs: 30,
        patienceMs: 1,
      });
    expect((await application(true)).broken).toBeNull();
    expect(deliveries).toBeGreaterThan(31 * 2);
  });

  test('has a scenario of your own', async () => {
    const { events } = await explore({
      ...of(newestEventWins(secret)),
      scenario: async ({ paddock }) => void (await paddock.trigger('subscription.created')),
      runs: 1,
    });
    expect(events).toBeGreaterThan(1);
  });

  test.each([
    ['reads nothing', { read: () => [] }],
    ['cannot be reached', { handler: 'http://127.0.0.1:9/webhooks' }],
    ['has no secret', { secret: '' }],
    ['gets no event', { events: ['payout.paid'] }],
  ])('refuses an application that %s', async (_, changed) => {
    const options = { ...of(newestEventWins(secret)), patienceMs: 1, ...changed };
    await expect(explore(options)).rejects.toThrow(UsageError);
  });
});
