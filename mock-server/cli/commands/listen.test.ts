import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../../index.ts';
import { signatureHeader } from '../../notifications/signature.ts';
import { freshApiKey } from '../../state/api-keys.ts';
import { type Received, startApplication } from '../testing/application.ts';
import { run } from '../testing/command.ts';
import { runHere } from '../testing/in-process.ts';

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock();
});
afterAll(() => paddock.close());

async function call(mock: Paddock, key: string, method: string, path: string, body?: object) {
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
  const response = await fetch(mock.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

function listen(args: readonly string[], { url } = paddock) {
  return run(['listen', '--url', url, ...args]);
}

const secretIn = (line: string) => line.replace(/^Secret +/, '');

/** Checks the received signature against the received bytes. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const header = String(headers['paddle-signature']);
  return header === signatureHeader(body, [secret], Number(/^ts=(\d+);/.exec(header)?.[1]));
}

describe('paddock listen', () => {
  test('forwards deliveries byte for byte and with their headers, and prints them', async () => {
    const key = freshApiKey();
    await using application = await startApplication();
    await using command = listen(['--forward-to', application.url, '--key', key, '--print-secret']);
    const secret = secretIn(await command.line(/^Secret/));
    expect(await command.line(/^Forwarding/)).toBe(
      `Forwarding  14 event types, from ${paddock.url} to ${application.url}`,
    );
    const event = await call(paddock, key, 'POST', '/_paddock/trigger/customer.created', {
      overrides: { name: 'Zoë “Z” \u{1F600}\n' },
    });
    const delivery = await application.next();
    expect(JSON.parse(delivery.body.toString())).toMatchObject(event);
    expect(isSigned(delivery, secret)).toBe(true);
    expect(delivery).toMatchObject({
      url: '/webhooks?from=paddle',
      headers: {
        'content-type': 'application/json',
        'user-agent': expect.stringContaining('Paddle'),
        host: new URL(application.url).host,
      },
    });
    expect(await command.line(/customer/)).toMatch(/^\d\d:\d\d:\d\d\.\d{3} {2}customer\.created +200 {2}\d+ ms$/);
  });

  test("reports the application's response to the mock, and if it is unreachable", async () => {
    const key = freshApiKey();
    const application = await startApplication({ status: 503, body: 'Come back later.' });
    await using command = listen(['--forward-to', application.url, '--key', key, '--events', 'customer.created']);
    await command.line(/^Forwarding +1 event type,/);
    const created = await call(paddock, key, 'POST', '/_paddock/trigger/customer.created');
    await call(paddock, key, 'POST', '/_paddock/trigger/customer.updated', { entity_id: created.data.id });
    expect(await command.line(/ms$/)).toMatch(/customer\.created +503 {2}\d+ ms$/);
    await call(paddock, key, 'POST', '/_paddock/deliveries/settle', {});
    const { data } = await call(paddock, key, 'GET', '/notifications');
    expect(data).toMatchObject([{ type: 'customer.created', status: 'needs_retry', times_attempted: 1 }]);
    const logs = await call(paddock, key, 'GET', `/notifications/${data[0].id}/logs`);
    expect(logs.data).toMatchObject([
      { response_code: 503, response_content_type: 'text/plain', response_body: 'Come back later.' },
    ]);
    await application[Symbol.asyncDispose]();
    await call(paddock, key, 'POST', '/_paddock/trigger/customer.created');
    expect(await command.line(/ECONN/)).toMatch(/customer\.created +ECONNREFUSED {2}\d+ ms$/);
    await call(paddock, key, 'POST', '/_paddock/deliveries/settle', {});
    const all = await call(paddock, key, 'GET', '/notifications');
    const second = all.data.find(({ id }: { id: string }) => id !== data[0].id);
    expect((await call(paddock, key, 'GET', `/notifications/${second.id}/logs`)).data).toMatchObject([
      { response_code: 502, response_body: 'paddock listen: ECONNREFUSED' },
    ]);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'deactivates its destination on %s and exits with 0, and the next one reuses it',
    async (signal) => {
      const key = freshApiKey();
      await using command = listen(['--forward-to', 'http://127.0.0.1:9/', '--key', key]);
      await command.line(/^Forwarding/);
      const before = await call(paddock, key, 'GET', '/notification-settings');
      expect(before.data).toMatchObject([{ type: 'url', active: true }]);
      command.stop(signal);
      expect(await command.ended).toMatchObject({ code: 0, err: '' });
      const after = await call(paddock, key, 'GET', '/notification-settings');
      expect(after.data).toEqual([{ ...before.data[0], active: false }]);
      await using next = listen(['--forward-to', 'http://127.0.0.1:9/', '--key', key]);
      await next.line(/^Forwarding/);
      const [setting, ...others] = (await call(paddock, key, 'GET', '/notification-settings')).data;
      expect([setting.id, setting.active, others]).toEqual([before.data[0].id, true, []]);
    },
  );

  test('registers again with the same secret after a reset', async () => {
    const key = freshApiKey();
    await using application = await startApplication();
    await using command = listen(['--forward-to', application.url, '--key', key, '--print-secret']);
    const secret = secretIn(await command.line(/^Secret/));
    await call(paddock, key, 'POST', '/_paddock/reset');
    await command.line(/^Reconnected +14 event types/);
    await call(paddock, key, 'POST', '/_paddock/trigger/customer.created');
    expect(isSigned(await application.next(), secret)).toBe(true);
  });

  test.each([
    ['guide', 'with the same secret'],
    ['official', 'with a new secret, and prints it'],
  ] as const)('survives a restart of the mock under the profile %s, %s', async (profile, _with) => {
    await using application = await startApplication();
    const first = await startPaddock({ profile });
    const { port } = new URL(first.url);
    await using command = listen(
      ['--forward-to', application.url, '--events', 'customer.created', '--print-secret'],
      first,
    );
    const secret = secretIn(await command.line(/^Secret/));
    await command.line(/^Forwarding/);
    await first.close();
    expect(await command.errorLine(/./)).toBe(
      `Could not reach Paddock at ${first.url}: ECONNREFUSED. Start it with \`paddock start\`, or give its URL with --url. Waiting for it.`,
    );
    await using second = await startPaddock({ profile, port: Number(port) });
    const newSecret = profile === 'official' ? secretIn(await command.line(/^Secret/)) : secret;
    await command.line(/^Reconnected/);
    await call(second, second.apiKey, 'POST', '/_paddock/trigger/customer.created');
    const delivery = await application.next();
    expect(isSigned(delivery, newSecret)).toBe(true);
    expect(isSigned(delivery, secret)).toBe(profile === 'guide');
    expect(await command.line(/customer/)).toMatch(/customer\.created +200/);
    command.stop('SIGTERM');
    const { code, out } = await command.ended;
    expect([code, out.match(/^Secret/gm)?.length]).toEqual([0, profile === 'official' ? 2 : 1]);
  });

  test('waits for a mock that has not started, and exits with 0 meanwhile', async () => {
    const gone = await startPaddock();
    await gone.close();
    await using command = listen(['--forward-to', 'http://127.0.0.1:9/'], gone);
    await command.errorLine(/^Could not reach Paddock .* Waiting for it\.$/);
    command.stop('SIGINT');
    expect(await command.ended).toMatchObject({ code: 0, out: '' });
  });

  test('exits with 1 and one line if the mock refuses', async () => {
    const { code, err } = await listen(['--forward-to', 'http://127.0.0.1:9/', '--events', 'customer.exploded']).ended;
    expect([code, err]).toEqual([1, expect.stringMatching(/^.*subscribed_events.*\n$/)]);
  });

  test.each([
    [[]],
    [['--forward-to', 'https://api.paddle.com/webhooks']],
    [['--forward-to', 'http://127.0.0.1:9/', '--key', 'no key']],
  ])('refuses %j with one line and exit code 2', async (args) => {
    const { code, out, err } = await runHere(['listen', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Could not .+\n$/);
  });
});
