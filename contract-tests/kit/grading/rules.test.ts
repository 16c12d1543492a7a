import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTarget } from '../../targets/start-target.ts';
import type { Target } from '../../targets/target.ts';
import { rules } from './rules.ts';
import { type Application, createApplication } from './testing/application.ts';

type Scenario = (application: Application) => Promise<unknown>;

/** For each rule, a scenario that keeps it and one that breaks it. */
const cases: Readonly<Record<string, { well: Scenario; badly: Scenario }>> = {
  'repeated-posts': {
    well: async ({ send, control }) => {
      await control('PUT', 'faults', { faults: [{ operation_id: 'createCustomer', nth: 1, error: 500 }] });
      await send('POST', '/customers', { email: 'sam@example.com' });
      await send('GET', '/customers?email=sam@example.com');
      await send('POST', '/customers', { email: 'sam@example.com' });
    },
    badly: async ({ send, control }) => {
      await control('PUT', 'faults', { faults: [{ operation_id: 'createCustomer', nth: 1, reset: 'before' }] });
      await expect(send('POST', '/customers', { email: 'sam@example.com' })).rejects.toThrow();
      await send('POST', '/customers', { email: 'sam@example.com' });
    },
  },
  'custom-data-cleared': {
    well: async ({ send }) => {
      const { data } = await send('POST', '/customers', { email: 'sam@example.com', custom_data: { plan: 'pro' } });
      await send('PATCH', `/customers/${data.id}`, { custom_data: { plan: 'pro', seats: '3' } });
    },
    badly: async ({ send }) => {
      const { data } = await send('POST', '/customers', { email: 'sam@example.com', custom_data: { plan: 'pro' } });
      await send('PATCH', `/customers/${data.id}`, { custom_data: { seats: '3' } });
    },
  },
  'conflict-ignored': {
    well: async (application) => {
      const id = await conflict(application);
      await application.send('GET', `/customers/${id}`);
    },
    badly: conflict,
  },
  'unread-pages': {
    well: async ({ send }) => {
      const { next } = (await listTwo(send)).meta.pagination;
      const after = next.includes('?') ? new URL(next).searchParams.get('after') : next;
      await send('GET', `/customers?per_page=2&after=${after}`);
    },
    badly: ({ send }) => listTwo(send),
  },
  'retry-after-ignored': {
    well: async ({ send, control, wait }) => {
      await control('PUT', 'faults', { faults: [{ nth: 1, error: 429, retry_after: 30 }] });
      await send('GET', '/customers');
      await wait(30);
      await send('GET', '/customers');
    },
    badly: async ({ send, control, wait }) => {
      await control('PUT', 'faults', { faults: [{ nth: 1, error: 429, retry_after: 30 }] });
      await send('GET', '/customers');
      await wait(5);
      await send('GET', '/event-types');
    },
  },
  'retry-storms': {
    well: (application) => keepFailing(application, 60),
    badly: (application) => keepFailing(application, 1),
  },
  'polling-too-fast': {
    well: (application) => keepReading(application, 60),
    badly: (application) => keepReading(application, 1),
  },
  'undeclared-fields': {
    well: ({ send }) => send('POST', '/customers', { email: 'sam@example.com', custom_data: { anything: 'goes' } }),
    badly: ({ send }) => send('POST', '/customers', { email: 'sam@example.com', phone: '1' }),
  },
  'unknown-parameters': {
    well: ({ send }) => send('GET', '/customers?status=active'),
    badly: ({ send }) => send('GET', '/customers?state=active'),
  },
  'unknown-operations': {
    well: ({ send }) => send('GET', '/event-types'),
    badly: ({ send }) => send('GET', '/clients'),
  },
  'missing-user-agent': {
    well: ({ send }) => send('GET', '/event-types'),
    badly: ({ send }) => send('GET', '/event-types', undefined, { 'paddle-version': '1' }),
  },
  'missing-version': {
    well: ({ send }) => send('GET', '/event-types'),
    badly: ({ send }) => send('GET', '/event-types', undefined, { 'user-agent': 'shop/1.0' }),
  },
  'failing-webhooks': { well: takeWebhook(200), badly: takeWebhook(500) },
  'slow-webhooks': { well: takeWebhook(200), badly: takeWebhook('reset') },
  'forged-webhooks': {
    well: takeWebhook(401, { wrong_signature: true }),
    badly: takeWebhook(200, { wrong_signature: true }),
  },
};

let target: Target;

async function conflict({ send, control }: Application): Promise<string> {
  await control('PUT', 'behaviours', { behaviours: { 'duplicate-emails': 'reject' } });
  const { data } = await send('POST', '/customers', { email: 'sam@example.com' });
  await send('POST', '/customers', { email: 'sam@example.com' });
  return data.id;
}

async function listTwo(send: Application['send']) {
  for (const name of ['sam', 'kim', 'ada']) await send('POST', '/customers', { email: `${name}@example.com` });
  return send('GET', '/customers?per_page=2');
}

async function keepFailing({ send, control, wait }: Application, seconds: number): Promise<void> {
  await control('PUT', 'faults', { faults: [{ error: 503 }] });
  for (let times = 0; times < 5; times += 1) {
    await send('GET', '/customers');
    await wait(seconds);
  }
}

async function keepReading({ send, wait }: Application, seconds: number): Promise<void> {
  for (let times = 0; times < 5; times += 1) {
    await send('GET', '/customers');
    await wait(seconds);
  }
}

function takeWebhook(reply: number | 'reset', chaos: object = {}): Scenario {
  return async ({ send, control }) => {
    const destination = target.can.receiver?.newDestination();
    destination?.answer(reply);
    const { data } = await send('POST', '/notification-settings', {
      description: 'All changes of customers',
      type: 'url',
      destination: destination?.url,
      subscribed_events: ['customer.created'],
    });
    await control('PUT', `chaos/${data.id}`, chaos);
    await send('POST', '/customers', { email: 'sam@example.com' });
    await control('POST', 'deliveries/settle', {});
  };
}

test('rules about time are not graded on a frozen clock', async () => {
  const standing = await startTarget('mock', { seed: 1 });
  const application = await createApplication(standing);
  await application.control('PUT', 'clock', { frozen: true });
  await keepReading(application, 1);
  const { findings, not_judged } = await application.grade();
  expect(findings).toEqual([]);
  expect(not_judged).toContainEqual({ rule: 'polling-too-fast', because: 'the clock of the account is frozen' });
  await standing.close();
});

test('each rule has a scenario that keeps it and one that breaks it', () => {
  expect(Object.keys(cases).toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
});

describe.each(['guide', 'official'])('on the profile %s', (profile) => {
  beforeAll(async () => {
    target = await startTarget(`mock:${profile}`, { seed: 1 });
  });
  afterAll(() => target.close());

  test('conflict-ignored reports the second attempt to create the customer', async () => {
    const application = await createApplication(target);
    const id = await conflict(application);
    await application.send('POST', '/customers', { email: 'sam@example.com' });
    await application.send('GET', `/customers/${id}`);
    const [finding] = (await application.grade()).findings;
    expect(finding).toMatchObject({ evidence: ['#2', '#3'], sentence: expect.stringContaining(String(id)) });
  });

  test.each(Object.entries(cases))(
    '%s is reported only for the application that breaks it',
    async (rule, { well, badly }) => {
      const [good, bad] = await Promise.all([createApplication(target), createApplication(target)]);
      await well(good);
      await badly(bad);
      const kept = await good.grade();
      expect(kept.findings).toEqual([]);
      expect([kept.score, kept.kept]).toEqual([100, expect.arrayContaining([rule])]);
      const broken = await bad.grade();
      expect(broken.findings.map((finding) => finding.rule)).toEqual([rule]);
      expect(broken.findings[0]?.evidence[0]).toMatch(/^(#\d+|ntflog_\w+)$/);
      expect(broken.score).toBeLessThan(100);
    },
  );
});
