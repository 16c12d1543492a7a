import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { type Paddock, startPaddock } from '../../index.ts';
import { run } from '../testing/command.ts';
import { runHere } from '../testing/in-process.ts';

const customer = buildCustomer({ seed: 1 });
const otherKey = 'pdl_sdbx_apikey_01kpadd0ck0000000000000001_AnotherKeyOfSomebody00_000';
const liveKey = 'pdl_live_apikey_01kpadd0ck0000000000000001_AnotherKeyOfSomebody00_000';

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock({ fixtures: { customers: [customer] } });
});
afterAll(() => paddock.close());

const trigger = (args: string[], env: Record<string, string> = {}) => runHere(['trigger', ...args], env);

async function listed(path: string, key = paddock.apiKey) {
  const response = await fetch(`${paddock.url}${path}`, { headers: { Authorization: `Bearer ${key}` } });
  return (await response.json()).data;
}

describe('paddock trigger', () => {
  test('causes an event of the given entity with the given fields, and prints it as JSON', async () => {
    const set = [
      '--set',
      'data.name=Ada = Lovelace',
      '--set',
      'custom_data={"plan":"pro"}',
      '--set',
      'marketing_consent=true',
    ];
    const about = ['customer.updated', '--entity', customer.id];
    const { code, out, err } = await run(['trigger', ...about, ...set, '--url', paddock.url]).ended;
    expect([code, err]).toEqual([0, '']);
    const event = JSON.parse(out);
    expect(event).toMatchObject({
      event_type: 'customer.updated',
      data: { id: customer.id, email: customer.email, name: 'Ada = Lovelace' },
    });
    expect(event.data).toMatchObject({ custom_data: { plan: 'pro' }, marketing_consent: true });
    expect(await listed('/events')).toEqual([event]);
  });

  test('reads the URL and the key from the environment', async () => {
    const { code, out } = await trigger(['subscription.paused'], {
      PADDOCK_URL: `${paddock.url}/`,
      PADDOCK_API_KEY: otherKey,
    });
    expect(code).toBe(0);
    const { data } = JSON.parse(out);
    expect(await listed('/subscriptions', otherKey)).toEqual([{ ...data, management_urls: expect.any(Object) }]);
    expect(await listed('/subscriptions')).toEqual([]);
  });

  test('uses the account of --key', async () => {
    const { out } = await trigger(['address.created', '--url', paddock.url, '--key', otherKey]);
    const { data } = JSON.parse(out);
    expect(await listed(`/customers/${data.customer_id}/addresses`, otherKey)).toEqual([data]);
  });

  test.each([
    [['customer.exploded'], /^Could not trigger customer\.exploded: .* Trigger one of customer\.created, /],
    [['custmer.created'], /^Could not trigger custmer\.created: .* Did you mean customer\.created\?/],
    [['foo.bar'], /^Could not trigger foo\.bar: .* Trigger one of .*subscription\.past_due/],
    [['customer.updated', '--set', 'name={}'], /^Could not trigger customer\.updated: data\.name: Invalid type/],
    [
      ['customer.updated', '--entity', 'ctm_01kpadd0ck0000000000000009'],
      /^Could not find ctm_01kpadd0ck0000000000000009/,
    ],
    [['a/../../reset'], /^Could not trigger a/],
  ])('exits with 1 and one line if the mock refuses %j', async (args, line) => {
    const { code, out, err } = await trigger([...args, '--url', paddock.url]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(line);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('exits with 1 and one line if the mock is unreachable or another server answers', async () => {
    const gone = await startPaddock();
    await gone.close();
    expect(await run(['trigger', 'customer.updated', '--url', gone.url]).ended).toEqual({
      code: 1,
      out: '',
      err: `Could not reach Paddock at ${gone.url}: ECONNREFUSED. Start it with \`paddock start\`, or give its URL with --url.\n`,
    });
    const other = createServer((_request, response) => response.writeHead(404).end('<h1>Nothing</h1>')).listen(
      0,
      '127.0.0.1',
    );
    await once(other, 'listening');
    const address = other.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const { code, err } = await trigger(['customer.updated', '--url', url]);
    expect([code, err]).toEqual([1, `POST /_paddock/trigger/customer.updated answered 404. Is ${url} a Paddock?\n`]);
    other.close();
    other.closeAllConnections();
  });

  test('sends the control token', async () => {
    await using guarded = await startPaddock({ controlToken: 'open sesame' });
    const refused = await trigger(['customer.created', '--url', guarded.url]);
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/control token is missing or wrong/)]);
    const { code } = await trigger(['customer.created', '--url', guarded.url, '--control-token', 'open sesame']);
    expect(code).toBe(0);
  });

  test.each(['123', 'true'])('sets a string that looks like JSON: %s', async (name) => {
    const { out } = await trigger(['customer.created', '--set', `name=${name}`, '--url', paddock.url]);
    expect(JSON.parse(out).data.name).toBe(name);
  });

  test.each([[[]], [['customer.updated', '--set', 'name']], [['customer.updated', '--key', liveKey]]])(
    'refuses %j with one line and exit code 2',
    async (args) => {
      const { code, out, err } = await trigger(args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^Could not .+\n$/);
      expect(err).not.toContain(liveKey);
    },
  );
});
