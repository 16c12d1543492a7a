import { describe, expect, test } from 'vitest';
import { startPaddock } from '../index.ts';
import { MockRefusal, MockUnavailable, RunningMock } from '../running-mock.ts';
import { call } from '../testing/call.ts';
import { Backoff } from './backoff.ts';
import { Registration } from './registration.ts';

const destination = 'http://127.0.0.1:9/webhooks';

/** A mock that can be told to fail instead of answering, and keeps what it was asked. */
class WatchedMock extends RunningMock {
  asked: string[] = [];
  failure: ((path: string) => Error | undefined) | undefined;

  override call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
    this.asked.push(`${method} ${path}`);
    const failure = this.failure?.(path);
    return failure ? Promise.reject(failure) : super.call(method, path, body);
  }
}

/** Pauses that are counted and take no time, and after so many of which it is time to stop. */
class CountedPauses extends Backoff {
  readonly delays: number[] = [];
  readonly stop = new AbortController();
  readonly #atMost: number;

  constructor(atMost: number) {
    super();
    this.#atMost = atMost;
  }

  override async pause(): Promise<void> {
    this.delays.push(this.delayMs);
    if (this.delays.length >= this.#atMost) this.stop.abort();
  }
}

/** A registration on a mock, which is kept for so many looks, and all that was told of it. */
async function registering({ profile = 'guide', events }: { profile?: 'guide' | 'official'; events?: string[] } = {}) {
  const paddock = await startPaddock({ profile });
  const mock = new WatchedMock({ url: paddock.url });
  const told: (object | string)[] = [];
  const registration = new Registration(
    mock,
    { destination, events },
    { registered: (registered) => told.push({ ...registered }), lost: (reason) => told.push(reason) },
  );
  return {
    paddock,
    mock,
    registration,
    /** Looks so many times; answers how long the pauses were, what was asked, and what was told. */
    look: async (times: number) => {
      mock.asked = [];
      told.length = 0;
      const pauses = new CountedPauses(times);
      await registration.keep(pauses.stop.signal, pauses);
      return { delays: pauses.delays, asked: mock.asked, told: [...told] };
    },
    settings: async () => (await call(paddock, 'GET', '/notification-settings')).data,
    [Symbol.asyncDispose]: () => paddock.close(),
  };
}

describe('a registration', () => {
  test('tells of the destination that it makes, for all event types that there are, and takes it away', async () => {
    await using it = await registering();
    const { told } = await it.look(1);
    const [setting, ...others] = await it.settings();
    expect(others).toEqual([]);
    expect(setting).toMatchObject({ description: 'paddock listen', type: 'url', destination, active: true });
    const events = (await call(it.paddock, 'GET', '/event-types')).data.map(({ name }: { name: string }) => name);
    expect(told).toEqual([{ id: setting.id, secret: setting.endpoint_secret_key, events }]);
    expect(events).toHaveLength(14);
    await it.registration.remove();
    expect(await it.settings()).toEqual([]);
  });

  test('is for the event types that were wished for, and only looks on while it stands', async () => {
    await using it = await registering({ events: ['customer.created'] });
    const { delays, told } = await it.look(1);
    expect([delays, told]).toMatchObject([[1000], [{ events: ['customer.created'] }]]);
    const [{ id, subscribed_events }] = await it.settings();
    expect(subscribed_events.map(({ name }: { name: string }) => name)).toEqual(['customer.created']);
    expect(await it.look(2)).toEqual({
      delays: [1000, 1000],
      asked: ['GET /_paddock/health', `GET /_paddock/chaos/${id}`, 'GET /_paddock/health', `GET /_paddock/chaos/${id}`],
      told: [],
    });
  });

  test('takes the place of one that was left over, and of no other', async () => {
    await using it = await registering();
    for (const url of [destination, 'http://127.0.0.1:9/another']) await it.paddock.webhooks.register({ url });
    await it.look(1);
    const left = (await it.settings()).map((setting: { description: string; destination: string }) => [
      setting.description === 'paddock listen',
      setting.destination,
    ]);
    expect(left).toEqual([
      [true, destination],
      [false, 'http://127.0.0.1:9/another'],
    ]);
  });

  test.each([
    ['guide', true],
    ['official', false],
  ] as const)('is made again where the account was reset, under the profile %s', async (profile, isSameSecret) => {
    await using it = await registering({ profile });
    await it.look(1);
    const [first] = await it.settings();
    await it.paddock.reset();
    const { told } = await it.look(1);
    const [setting] = await it.settings();
    expect(told).toMatchObject([{ id: setting.id, secret: setting.endpoint_secret_key }]);
    expect(setting.id).not.toBe(first.id);
    expect(setting.endpoint_secret_key === first.endpoint_secret_key).toBe(isSameSecret);
  });

  test('is told lost once for each time that the mock is gone, and looked for ever more seldom', async () => {
    await using it = await registering();
    // Three looks in vain, one that finds it, and two in vain again.
    const answers = [false, false, false, true, false, false];
    it.mock.failure = (path) =>
      path === '/_paddock/health' && answers.shift() === false ? new MockUnavailable('It is gone.') : undefined;
    const { delays, told } = await it.look(6);
    expect(delays).toEqual([100, 200, 400, 1000, 100, 200]);
    expect(told).toMatchObject(['It is gone.', { events: expect.any(Array) }, 'It is gone.']);
  });

  test.each([
    ['/_paddock/health', new MockRefusal(403, 'Not for you.')],
    ['/_paddock/chaos', new MockRefusal(403, 'Not for you.')],
    ['/_paddock/chaos', Object.assign(new Error('A bug.'), { status: 404 })],
    ['/notification-settings', new MockRefusal(400, 'There are ten already.')],
  ])('ends where %s is refused', async (path, refusal) => {
    await using it = await registering();
    if (path === '/_paddock/chaos') await it.look(1);
    it.mock.failure = (asked) => (asked.startsWith(path) ? refusal : undefined);
    await expect(it.look(1)).rejects.toBe(refusal);
  });

  test('that never was is not taken away, and one whose mock is gone is no failure', async () => {
    await using it = await registering();
    await it.registration.remove();
    expect(it.mock.asked).toEqual([]);
    await it.look(1);
    it.mock.failure = () => new MockUnavailable('It is gone.');
    await it.registration.remove();
    expect(it.mock.asked.at(-1)).toMatch(/^DELETE \/notification-settings\/ntfset_/);
  });

  test('is not looked after once it is told to stop', async () => {
    await using it = await registering();
    await it.registration.keep(AbortSignal.abort());
    expect(it.mock.asked).toEqual([]);
  });
});
