import { describe, expect, test } from 'vitest';
import { answerOf } from '#openapi/control-plane/control-client.ts';
import { type PaddockAccount, UsageError } from '../index.ts';
import { profile } from '../spec/behaviours.ts';
import { connectPaddock } from './connect.ts';

const url = 'http://paddock.example:4010';

/** Makes an account of a mock that answers each call alike, and records the calls. */
function accountAnswered(answer: object | string | undefined, status = answer === undefined ? 204 : 200) {
  const asked: { call: string; body: unknown; headers: Headers }[] = [];
  const fetch = async (request: Request) => {
    const text = await request.text();
    const call = `${request.method} ${decodeURIComponent(request.url.slice(url.length))}`;
    asked.push({ call, body: text === '' ? undefined : JSON.parse(text), headers: request.headers });
    if (answer === undefined) return new Response(null, { status });
    return typeof answer === 'string' ? new Response(answer, { status }) : Response.json(answer, { status });
  };
  return { account: connectPaddock({ url, fetch }), asked };
}

describe('an account in another process', () => {
  const kept = Number.MAX_SAFE_INTEGER;

  test.each<[string, (account: PaddockAccount) => Promise<unknown>, object | undefined, string, object | undefined]>([
    ['settle', (of) => of.settle(), { settled: true }, 'POST /_paddock/deliveries/settle', { timeout_ms: 10_000 }],
    ['settle', (of) => of.settle(7), { settled: true }, 'POST /_paddock/deliveries/settle', { timeout_ms: 7 }],
    ['fork', (of) => of.fork(), { api_key: 'a' }, 'POST /_paddock/fork', {}],
    ['fork', (of) => of.fork('a key'), { api_key: 'a' }, 'POST /_paddock/fork', { api_key: 'a key' }],
    ['set', (of) => of.clock.set({ frozen: true }), undefined, 'PUT /_paddock/clock', { frozen: true }],
    [
      'set',
      (of) => of.clock.set({ now: new Date(0) }),
      undefined,
      'PUT /_paddock/clock',
      { now: '1970-01-01T00:00:00.000Z' },
    ],
    ['list', (of) => of.requests.list(), { requests: [] }, `GET /_paddock/requests?limit=${kept}`, undefined],
    [
      'unexpected',
      (of) => of.requests.unexpected(),
      { requests: [] },
      `GET /_paddock/requests?limit=${kept}&unexpected=true`,
      undefined,
    ],
    ['export', (of) => of.requests.export('curl'), {}, `GET /_paddock/requests?limit=${kept}&format=curl`, undefined],
    ['deliveries', (of) => of.webhooks.deliveries(), { deliveries: [] }, 'GET /_paddock/deliveries', undefined],
    [
      'deliveries',
      (of) => of.webhooks.deliveries({ status: 'failed', limit: 3 }),
      { deliveries: [] },
      'GET /_paddock/deliveries?status=failed&limit=3',
      undefined,
    ],
    [
      'pay',
      (of) => of.transactions.pay('txn_1', { card: '4242 4242 4242 4242' }),
      { id: 'txn_1', status: 'completed', payments: [] },
      'POST /_paddock/transactions/txn_1/pay',
      { card: '4242 4242 4242 4242' },
    ],
    [
      'save a card',
      (of) => of.customers.savePaymentMethod('ctm_1', { card: '4242 4242 4242 4242', expiry: '09/30' }),
      { id: 'paymtd_1' },
      'POST /_paddock/customers/ctm_1/payment-methods',
      { card: '4242 4242 4242 4242', expiry: '09/30' },
    ],
    ['snapshot', (of) => of.snapshots.take('a'), {}, 'PUT /_paddock/snapshots/a', undefined],
    ['restore', (of) => of.snapshots.restore('a'), {}, 'POST /_paddock/snapshots/a', undefined],
    ['list snapshots', (of) => of.snapshots.list(), { snapshots: [] }, 'GET /_paddock/snapshots', undefined],
    ['remove', (of) => of.snapshots.remove('a b'), undefined, 'DELETE /_paddock/snapshots/a b', undefined],
  ])('sends the request to %s', async (_what, ask, answer, call, body) => {
    const { account, asked } = accountAnswered(answer);
    await ask(account);
    expect(asked).toEqual([{ call, body, headers: expect.any(Headers) }]);
    expect(asked[0]?.headers.get('Authorization')).toBe(`Bearer ${account.apiKey}`);
  });

  test('completes the behaviours of an older mock from the guide profile', async () => {
    const { account } = accountAnswered({ behaviours: { timestamps: 'fractions' } });
    expect(await account.getBehaviours()).toEqual({ ...profile('guide'), timestamps: 'fractions' });
  });

  test('reports webhooks that are still due on timeout', async () => {
    const { account } = accountAnswered({ settled: false, due: 2, later: 1 });
    const settling = account.settle(7);
    await expect(settling).rejects.toThrow(UsageError);
    await expect(settling).rejects.toThrow(/^Could not wait longer for webhooks: 2 are still due after 7 ms/);
  });

  test.each([
    ['what a refusal says', { error: { detail: 'Could not do it: no.' } }, 400, 'Could not do it: no.'],
    ['the status of what is no mock', 'Not Found', 404, 'answered 404'],
    ['the status of a refusal without words', {}, 500, 'answered 500'],
  ])('reports %s', async (_what, answer, status, message) => {
    const { account } = accountAnswered(answer, status);
    const failing = account.reset();
    await expect(failing).rejects.toThrow(UsageError);
    await expect(failing).rejects.toThrow(message);
  });

  test('throws for every refused call', async () => {
    await expect(answerOf(Promise.resolve({ error: {} }))).rejects.toThrow(
      'A refusal of the control plane was not thrown.',
    );
  });

  test('signs with the wall clock, in seconds', () => {
    const seconds = () => Math.floor(Date.now() / 1000);
    const before = seconds();
    const [, ts] = /^ts=(\d+);h1=[\da-f]{64}$/.exec(accountAnswered({}).account.webhooks.sign('{}')) ?? [];
    expect(Number(ts)).toBeGreaterThanOrEqual(before);
    expect(Number(ts)).toBeLessThanOrEqual(seconds());
  });
});

describe('the URL of a mock', () => {
  test.each([
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://127.0.0.1:4010/', 'http://127.0.0.1:4010'],
    ['https://mock.example/base//', 'https://mock.example/base'],
  ])('%s is kept as %s', (given, kept) => {
    expect(connectPaddock({ url: given }).url).toBe(kept);
  });

  test.each(['localhost', 'ftp://127.0.0.1', 'view+http://127.0.0.1', 'https://api.paddle.com'])(
    '%s is refused',
    (given) => {
      expect(() => connectPaddock({ url: given })).toThrow(
        `Could not connect to ${given}: that is not a mock's URL. Give an http or https URL.`,
      );
    },
  );
});
