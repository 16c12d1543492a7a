import { describe, expect, test } from 'vitest';
import { MockRefusal, MockUnavailable } from '#openapi/control-plane/mock-failures.ts';
import { RunningMock } from '../control-client/running-mock.ts';
import { startPaddock } from '../index.ts';
import { call } from '../testing/call.ts';
import { Backoff } from './backoff.ts';
import { Registration } from './registration.ts';

const destination = 'http://127.0.0.1:9/webhooks';
const forwardTo = 'http://127.0.0.1:3000/webhooks';
const description = `paddock listen to ${forwardTo}`;

type Method = Parameters<RunningMock['call']>[0];

/** A mock that records calls and can be set to fail. */
class WatchedMock extends RunningMock {
  asked: string[] = [];
  failure: ((path: string) => Error | undefined) | undefined;

  override call(method: Method, path: string, body?: object): Promise<unknown> {
    this.asked.push(`${method} ${path}`);
    const failure = this.failure?.(path);
    return failure ? Promise.reject(failure) : super.call(method, path, body);
  }
}

/** Records delays without waiting, and aborts after a number of them. */
class RecordedBackoff extends Backoff {
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

/** Makes a mock and a registration, and records the calls of its listener. */
async function registering({ profile = 'guide', events }: { profile?: 'guide' | 'official'; events?: string[] } = {}) {
  const paddock = await startPaddock({ profile });
  const mock = new WatchedMock({ url: paddock.url });
  const reported: (object | string)[] = [];
  const registration = new Registration(
    mock,
    { destination, forwardTo, events },
    { registered: (registered) => reported.push({ ...registered }), lost: (reason) => reported.push(reason) },
  );
  return {
    paddock,
    mock,
    registration,
    /** Runs a number of checks; returns the delays, the calls of the mock and those of the listener. */
    look: async (times: number) => {
      mock.asked = [];
      reported.length = 0;
      const backoff = new RecordedBackoff(times);
      await registration.keep(backoff.stop.signal, backoff);
      return { delays: backoff.delays, asked: mock.asked, reported: [...reported] };
    },
    /** Creates a destination, as of another `paddock listen` or application. */
    leave: async ({ active, ...fields }: { description: string; destination: string; active: boolean }) => {
      const body = { ...fields, type: 'url', subscribed_events: ['customer.created'] };
      const { data } = await call(paddock, 'POST', '/notification-settings', body);
      if (!active) await call(paddock, 'PATCH', `/notification-settings/${data.id}`, { active });
      return data;
    },
    settings: async () => (await call(paddock, 'GET', '/notification-settings')).data,
    [Symbol.asyncDispose]: () => paddock.close(),
  };
}

describe('a registration', () => {
  test('reports its new destination for all event types, and deactivates it in the end', async () => {
    await using it = await registering();
    const { reported } = await it.look(1);
    const [setting, ...others] = await it.settings();
    expect(others).toEqual([]);
    expect(setting).toMatchObject({ description, type: 'url', destination, active: true });
    const events = (await call(it.paddock, 'GET', '/event-types')).data.map(({ name }: { name: string }) => name);
    expect(reported).toEqual([{ id: setting.id, secret: setting.endpoint_secret_key, events }]);
    expect(events).toHaveLength(14);
    await it.registration.end();
    expect(await it.settings()).toEqual([{ ...setting, active: false }]);
  });

  test('subscribes to the given event types, and only checks the mock afterwards', async () => {
    await using it = await registering({ events: ['customer.created'] });
    const { delays, reported } = await it.look(1);
    expect([delays, reported]).toMatchObject([[1000], [{ events: ['customer.created'] }]]);
    const [{ id, subscribed_events }] = await it.settings();
    expect(subscribed_events.map(({ name }: { name: string }) => name)).toEqual(['customer.created']);
    expect(await it.look(2)).toEqual({
      delays: [1000, 1000],
      asked: ['GET /_paddock/health', `GET /_paddock/chaos/${id}`, 'GET /_paddock/health', `GET /_paddock/chaos/${id}`],
      reported: [],
    });
  });

  test.each(['guide', 'official'] as const)(
    'reuses the destination and secret of an earlier listener for the same application, under the profile %s',
    async (profile) => {
      await using it = await registering({ profile });
      const leave = (left: string, active: boolean) => it.leave({ description, destination: left, active });
      const ended = await leave('http://127.0.0.1:9/ended', false);
      const { reported } = await it.look(1);
      expect(reported).toMatchObject([{ id: ended.id, secret: ended.endpoint_secret_key }]);
      expect(await it.settings()).toMatchObject([{ id: ended.id, destination, active: true }]);
    },
  );

  test('reuses the destination of a killed listener, and deactivates that of another application if unreachable', async () => {
    await using it = await registering();
    const other = 'paddock listen to http://127.0.0.1:3001/';
    const killed = await it.leave({ description, destination: 'http://127.0.0.1:9/killed', active: true });
    await it.leave({ description: other, destination: 'http://127.0.0.1:9/other', active: true });
    await it.leave({ description, destination: `${it.paddock.url}/alive`, active: true });
    await it.leave({ description: 'mine', destination: 'http://127.0.0.1:9/mine', active: true });
    await it.look(1);
    const left = (await it.settings()).map((setting: { id: string; destination: string; active: boolean }) => [
      setting.id === killed.id,
      setting.destination,
      setting.active,
    ]);
    expect(left.toSorted()).toEqual(
      [
        [true, destination, true],
        [false, 'http://127.0.0.1:9/other', false],
        [false, `${it.paddock.url}/alive`, true],
        [false, 'http://127.0.0.1:9/mine', true],
      ].toSorted(),
    );
  });

  test.each([
    ['guide', true],
    ['official', false],
  ] as const)('is made again where the account was reset, under the profile %s', async (profile, isSameSecret) => {
    await using it = await registering({ profile });
    await it.look(1);
    const [first] = await it.settings();
    await it.paddock.reset();
    const { reported } = await it.look(1);
    const [setting] = await it.settings();
    expect(reported).toMatchObject([{ id: setting.id, secret: setting.endpoint_secret_key }]);
    expect(setting.id).not.toBe(first.id);
    expect(setting.endpoint_secret_key === first.endpoint_secret_key).toBe(isSameSecret);
  });

  test('reports each loss of the mock once, and checks less and less often', async () => {
    await using it = await registering();
    // Three failures, a success, and two failures.
    const answers = [false, false, false, true, false, false];
    it.mock.failure = (path) =>
      path === '/_paddock/health' && answers.shift() === false ? new MockUnavailable('It is gone.') : undefined;
    const { delays, reported } = await it.look(6);
    expect(delays).toEqual([100, 200, 400, 1000, 100, 200]);
    expect(reported).toMatchObject(['It is gone.', { events: expect.any(Array) }, 'It is gone.']);
  });

  test.each([
    ['/_paddock/health', new MockRefusal(403, 'Not for you.')],
    ['/_paddock/chaos', new MockRefusal(403, 'Not for you.')],
    ['/_paddock/chaos', Object.assign(new Error('A bug.'), { status: 404 })],
    ['/notification-settings', new MockRefusal(400, 'There are ten already.')],
  ])('ends if %s is refused', async (path, refusal) => {
    await using it = await registering();
    if (path === '/_paddock/chaos') await it.look(1);
    it.mock.failure = (asked) => (asked.startsWith(path) ? refusal : undefined);
    await expect(it.look(1)).rejects.toBe(refusal);
  });

  test('ends without an error if it never registered or the mock is gone', async () => {
    await using it = await registering();
    await it.registration.end();
    expect(it.mock.asked).toEqual([]);
    await it.look(1);
    it.mock.failure = () => new MockUnavailable('It is gone.');
    await it.registration.end();
    expect(it.mock.asked.at(-1)).toMatch(/^PATCH \/notification-settings\/ntfset_/);
  });

  test('sends no request once aborted', async () => {
    await using it = await registering();
    await it.registration.keep(AbortSignal.abort());
    expect(it.mock.asked).toEqual([]);
  });
});
