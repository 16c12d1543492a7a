import { expect, onTestFinished, test, vi } from 'vitest';
import { officialBehaviours } from '../../contract/behaviours.ts';
import { startSandboxTarget } from '../../targets/sandbox/sandbox.ts';
import { machineTimer, sandboxUrl } from '../../targets/sandbox/sandbox-connection.ts';
import { startTarget } from '../../targets/start-target.ts';
import { listOf } from './answers.ts';
import { createContext } from './experiment-context.ts';
import { measureBehaviours } from './measure-behaviours.ts';

test('the sandbox is measured through its API alone, and everything created is removed', async () => {
  const standIn = await startTarget('mock:official', { seed: 1, unchecked: true });
  onTestFinished(() => standIn.close());
  const account = standIn.newAccount();
  await standIn.can.clock?.set(account, { now: '2026-07-01T00:00:00.123Z', frozen: false });
  vi.stubEnv('PADDLE_SANDBOX_API_KEY', account.apiKey);
  onTestFinished(() => void vi.unstubAllEnvs());
  const toStandIn: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    return fetch(new Request(request.url.replace(sandboxUrl, standIn.baseUrl), request));
  };
  const sandbox = await startSandboxTarget(
    { seed: 1, unchecked: true },
    { fetch: toStandIn, pace: { requests: 240, windowMs: 0 }, timer: machineTimer },
  );
  const { can, freshEmail } = sandbox;
  const measured = await measureBehaviours(createContext({ account: sandbox.newAccount(), can, freshEmail }));
  await sandbox.close();

  const known = measured.filter(({ value }) => value !== null);
  const {
    'portal-links': _links,
    'webhook-retries': _retries,
    dunning: _dunning,
    'summary-credit': _credit,
    'daily-charges': _charges,
    'checkout-creation': _creation,
    'rate-limit': _rate,
    ...expected
  } = officialBehaviours;
  expect(Object.fromEntries(known.map(({ behaviour, value }) => [behaviour, value]))).toEqual(expected);
  for (const list of ['/customers', '/notification-settings']) {
    expect(listOf(await account.request('GET', list))).toEqual([]);
  }
});
