import { describe, expect, test } from 'vitest';
import type { Verdict } from './judge.ts';
import type { Delivery } from './testing/endpoint.ts';
import { examineReceiver, type Findings, findingsOf } from './testing/examine-receiver.ts';
import { isGenuine, type ReceiverParts, secret } from './testing/receiver.ts';

const statusBy = (parts?: ReceiverParts) => (delivery: Delivery) => (isGenuine(delivery, parts) ? 200 : 401);
const eventOf = ({ body }: Delivery) => JSON.parse(body.toString());

test('a correct receiver passes without a warning', async () => {
  const report = await examineReceiver(statusBy());
  expect(findingsOf(report)).toEqual({});
  expect(report.passed).toBe(true);
  expect(report.counts).toEqual({ ok: report.cases.length, warning: 0, 'not-accepted': 0, 'wrong-acceptance': 0 });
  expect(report.cases.filter(({ answers }) => answers.length === 2).map(({ id }) => id)).toEqual([
    'duplicate-event',
    'out-of-order',
  ]);
});

describe('a receiver is detected that', () => {
  test.each<[string, ReceiverParts, Findings]>([
    [
      'looks at no timestamp',
      { fresh: () => true },
      { 'stale-minute': 'wrong-acceptance', 'stale-six-seconds': 'warning', future: 'warning' },
    ],
    ['lets deliveries be ten seconds old', { fresh: (age) => Math.abs(age) <= 10 }, { 'stale-six-seconds': 'warning' }],
    ['takes a timestamp of the future', { fresh: (age) => age <= 5 }, { future: 'warning' }],
    [
      'verifies JSON that it printed again',
      { verified: (body) => JSON.stringify(JSON.parse(body.toString())) },
      { 'letters-beyond-ascii': 'not-accepted', 're-serialised-body': 'wrong-acceptance' },
    ],
    [
      'verifies JSON that it printed with escaped slashes',
      { verified: (body) => body.toString().replaceAll('/', '\\/') },
      // Subscriptions contain URLs, so escaped slashes break their signatures.
      { 'unescaped-signs': 'not-accepted', 'out-of-order': 'not-accepted' },
    ],
    ['verifies an empty secret too', { secrets: [secret, ''] }, { 'empty-secret': 'wrong-acceptance' }],
    ['compares only the last h1', { choose: (all) => all.slice(-1) }, { 'two-h1-right-first': 'warning' }],
    [
      'refuses more than one h1',
      { choose: (all) => (all.length === 1 ? all : []) },
      { 'two-h1-right-last': 'warning', 'two-h1-right-first': 'warning' },
    ],
    [
      'compares as much as it is given',
      { equal: (given, computed) => computed.startsWith(given) },
      { 'empty-signature': 'wrong-acceptance' },
    ],
    [
      'knows another secret',
      { secrets: ['another'] },
      {
        valid: 'not-accepted',
        'letters-beyond-ascii': 'not-accepted',
        'unescaped-signs': 'not-accepted',
        'two-h1-right-last': 'warning',
        'two-h1-right-first': 'warning',
        'duplicate-event': 'not-accepted',
        'out-of-order': 'not-accepted',
        'unknown-event-type': 'not-accepted',
        'large-body': 'warning',
      },
    ],
  ])('%s', async (_what, parts, findings) => {
    const report = await examineReceiver(statusBy(parts));
    expect(findingsOf(report)).toEqual(findings);
    const bad: readonly Verdict[] = ['not-accepted', 'wrong-acceptance'];
    expect(report.passed).toBe(!Object.values(findings).some((verdict) => bad.includes(verdict)));
  });

  test('accepts anything', async () => {
    const report = await examineReceiver(() => 200);
    expect(report.passed).toBe(false);
    expect(findingsOf(report)).toEqual({
      'stale-minute': 'wrong-acceptance',
      'stale-six-seconds': 'warning',
      future: 'warning',
      'wrong-secret': 'wrong-acceptance',
      'empty-secret': 'wrong-acceptance',
      'tampered-body': 'wrong-acceptance',
      're-serialised-body': 'wrong-acceptance',
      'moved-timestamp': 'wrong-acceptance',
      'missing-header': 'wrong-acceptance',
      'malformed-header': 'wrong-acceptance',
      'empty-signature': 'wrong-acceptance',
    });
  });

  test('skips the check where there is no header', async () => {
    const report = await examineReceiver((delivery) => (delivery.header === undefined ? 200 : statusBy()(delivery)));
    expect(findingsOf(report)).toEqual({ 'missing-header': 'wrong-acceptance' });
  });

  test('answers refused deliveries with another 2xx', async () => {
    const report = await examineReceiver((delivery) => (isGenuine(delivery) ? 200 : 202));
    expect(report.counts['wrong-acceptance']).toBe(9);
  });

  test('refuses an event that it has received before', async () => {
    const seen = new Set<string>();
    const report = await examineReceiver((delivery) => {
      if (!isGenuine(delivery)) return 401;
      const { event_id } = eventOf(delivery);
      if (seen.has(event_id)) return 409;
      seen.add(event_id);
      return 200;
    });
    expect(findingsOf(report)).toEqual({ 'duplicate-event': 'not-accepted' });
  });

  test('refuses an event that is older than the last one', async () => {
    const latest = new Map<string, string>();
    const report = await examineReceiver((delivery) => {
      if (!isGenuine(delivery)) return 401;
      const { data, occurred_at } = eventOf(delivery);
      if (occurred_at < (latest.get(data.id) ?? '')) return 409;
      latest.set(data.id, occurred_at);
      return 200;
    });
    expect(findingsOf(report)).toEqual({ 'out-of-order': 'not-accepted' });
  });

  test('refuses unknown event types', async () => {
    const report = await examineReceiver((delivery) => {
      if (!isGenuine(delivery)) return 401;
      return /^(customer|subscription)\./.test(eventOf(delivery).event_type) ? 200 : 422;
    });
    expect(findingsOf(report)).toEqual({ 'unknown-event-type': 'not-accepted' });
  });

  test('refuses long bodies', async () => {
    const report = await examineReceiver((delivery) => {
      if (delivery.body.length > 100_000) return 413;
      return statusBy()(delivery);
    });
    expect(findingsOf(report)).toEqual({ 'large-body': 'warning' });
    expect(report.passed).toBe(true);
  });
});
