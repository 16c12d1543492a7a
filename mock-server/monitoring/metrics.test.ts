import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../index.ts';
import { call } from '../testing/call.ts';
import { Counters, durationBounds } from './counters.ts';
import { printMetrics } from './metrics.ts';

let paddock: Paddock;
const statuses = [500, 200];
const destination = createServer((_request, response) => {
  response.statusCode = statuses.shift() ?? 200;
  response.end();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => destination.listen(0, '127.0.0.1', resolve));
  paddock = await startPaddock();
});
afterAll(async () => {
  await paddock.close();
  destination.close();
});

async function metrics(): Promise<Record<string, number>> {
  const response = await fetch(`${paddock.url}/_paddock/metrics`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

describe('GET /_paddock/metrics', () => {
  test('counts requests by operation and status, with their durations', async () => {
    const { data } = await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    for (const id of [data.id, data.id, 'ctm_01kpadd0ck0000000000000000'])
      await call(paddock, 'GET', `/customers/${id}`);
    await call(paddock, 'GET', '/nothing');
    const counted = await metrics();
    expect(counted).toMatchObject({
      'paddock_requests_total{operation="createCustomer",status="201"}': 1,
      'paddock_requests_total{operation="getCustomer",status="200"}': 2,
      'paddock_requests_total{operation="getCustomer",status="404"}': 1,
      'paddock_requests_total{operation="none",status="404"}': 1,
      'paddock_request_duration_seconds_count{operation="getCustomer"}': 3,
      'paddock_request_duration_seconds_bucket{operation="getCustomer",le="+Inf"}': 3,
    });
    expect(counted['paddock_request_duration_seconds_sum{operation="getCustomer"}']).toBeGreaterThan(0);
  });

  test('counts deliveries by outcome, retries, and pending notifications', async () => {
    const url = `http://127.0.0.1:${(destination.address() as AddressInfo).port}/`;
    const subscribed_events = ['customer.created'];
    await call(paddock, 'POST', '/notification-settings', {
      type: 'url',
      description: 'here',
      destination: url,
      subscribed_events,
    });
    await call(paddock, 'POST', '/customers', { email: 'kim@example.com' });
    await call(paddock, 'POST', '/_paddock/deliveries/settle', {});
    expect(await metrics()).toMatchObject({
      'paddock_delivery_attempts_total{outcome="needs_retry"}': 1,
      'paddock_delivery_attempts_total{outcome="delivered"}': 0,
      paddock_delivery_retries_total: 0,
      paddock_notifications_waiting: 1,
    });
    await paddock.clock.advance({ minutes: 5 });
    expect(await metrics()).toMatchObject({
      'paddock_delivery_attempts_total{outcome="delivered"}': 1,
      paddock_delivery_retries_total: 1,
      paddock_notifications_waiting: 0,
    });
  });

  test('counts accounts', async () => {
    const { paddock_accounts: before = 0 } = await metrics();
    const headers = { Authorization: 'Bearer pdl_sdbx_apikey_01kpadd0ck0000000000000001_MetricsOfAnotherKey000_000' };
    await fetch(`${paddock.url}/customers`, { headers });
    expect((await metrics())['paddock_accounts']).toBe(before + 1);
  });
});

test('metrics are printed in the format of Prometheus, each with type and help', async () => {
  const counters = new Counters();
  counters.countRequest('getIps', 200, 2);
  counters.countDelivery('delivered', 2);
  const counts = { countAccounts: () => 3, countEvicted: () => 4, countWaiting: () => 5 };
  const printed = `
# HELP paddock_requests_total API requests answered.
# TYPE paddock_requests_total counter
paddock_requests_total{operation="getIps",status="200"} 1

# HELP paddock_request_duration_seconds Time to answer an API request, in seconds.
# TYPE paddock_request_duration_seconds histogram
${durationBounds.map((le) => `paddock_request_duration_seconds_bucket{operation="getIps",le="${le}"} 0`).join('\n')}
paddock_request_duration_seconds_bucket{operation="getIps",le="+Inf"} 1
paddock_request_duration_seconds_sum{operation="getIps"} 2
paddock_request_duration_seconds_count{operation="getIps"} 1

# HELP paddock_delivery_attempts_total Attempts to deliver a notification, by outcome.
# TYPE paddock_delivery_attempts_total counter
paddock_delivery_attempts_total{outcome="delivered"} 1
paddock_delivery_attempts_total{outcome="needs_retry"} 0
paddock_delivery_attempts_total{outcome="failed"} 0

# HELP paddock_delivery_retries_total Retries of notifications.
# TYPE paddock_delivery_retries_total counter
paddock_delivery_retries_total 1

# HELP paddock_notifications_waiting Notifications waiting for their next attempt.
# TYPE paddock_notifications_waiting gauge
paddock_notifications_waiting 5

# HELP paddock_accounts Accounts in the store.
# TYPE paddock_accounts gauge
paddock_accounts 3

# HELP paddock_accounts_evicted_total Idle accounts removed from memory to keep within --max-accounts.
# TYPE paddock_accounts_evicted_total counter
paddock_accounts_evicted_total 4
`;
  expect((await printMetrics({ counters, ...counts })).trim()).toBe(printed.trim());
});
