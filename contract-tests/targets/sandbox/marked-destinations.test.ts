import { afterEach, expect, test, vi } from 'vitest';
import { createdKindsOf } from '../../contract/created-kinds.ts';
import { withDestination } from '../../kit/measure/arrange.ts';
import { createContext } from '../../kit/measure/experiment-context.ts';
import { allLaws } from '../../suite/load-laws.ts';
import { runLaws } from '../../suite/run-laws.ts';
import { runMarkedIn } from '../run-name.ts';
import { startTarget } from '../start-target.ts';
import { findMarked } from './find-marked.ts';
import { remove } from './remove.ts';
import { startSandboxTarget } from './sandbox.ts';
import { sandboxUrl } from './sandbox-connection.ts';

afterEach(() => void vi.unstubAllEnvs());

/** A request that creates a destination, and the status of its response. */
type Creation = { readonly body: string; readonly status: number };

/** Starts the sandbox target against a mock, and records the creation of destinations. */
async function startSandbox(isLost: (creation: Creation) => boolean) {
  const mock = await startTarget('mock:official', { seed: 1 });
  const account = mock.newAccount();
  vi.stubEnv('PADDLE_SANDBOX_API_KEY', account.apiKey);
  const creations: Creation[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const isCreation = request.method === 'POST' && request.url === `${sandboxUrl}/notification-settings`;
    const body = isCreation ? await request.clone().text() : '';
    const response = await fetch(new Request(request.url.replace(sandboxUrl, mock.baseUrl), request));
    if (!isCreation) return response;
    const creation = { body, status: response.status };
    creations.push(creation);
    // Simulates a connection that ends before the response.
    if (isLost(creation)) throw new TypeError('fetch failed');
    return response;
  };
  const timer = { now: () => performance.now(), sleep: async () => {} };
  const sandbox = await startSandboxTarget(
    { seed: 1, warn: () => {} },
    { fetch: send, pace: { requests: 240, windowMs: 0 }, timer },
  );
  return { mock, account, sandbox, creations };
}

const isAboutDestinations =
  /^body-cases: createNotificationSetting|^error-codes: [a-z]+Notification|^create-status-code: creating a destination|^notification-settings: a destination may be/;

test('laws mark every destination with the run, and one whose creation got no response is swept', async () => {
  let isLosing = false;
  const { mock, account, sandbox, creations } = await startSandbox(({ status }) => isLosing && status === 201);
  const all = await allLaws({ target: sandbox, properties: { seed: 1, runs: 2 } });
  const laws = all.filter(({ title }) => isAboutDestinations.test(title));
  const options = { onResult: () => null, concurrency: 1, timeoutMs: 60_000, target: sandbox };
  const { results } = await runLaws(laws, options);
  expect(results.flatMap(({ title, failure }) => (failure ? `${title}: ${failure.message}` : []))).toEqual([]);
  const created = creations.filter(({ status }) => status === 201);
  expect(created.length).toBeGreaterThan(50);
  expect(created.filter(({ body }) => runMarkedIn(body) !== sandbox.run)).toEqual([]);

  isLosing = true;
  const chosen = laws.find(({ title }) => title.startsWith('create-status-code: creating a destination'));
  const lost = await runLaws(chosen ? [chosen] : [], options);
  expect(lost.results.map(({ isOutage }) => isOutage)).toEqual([true]);
  const kinds = createdKindsOf(sandbox.contract.document);
  const marked = await findMarked(account, kinds, (run) => run === sandbox.run);
  const [left] = marked.filter((path) => path.startsWith('/notification-settings/'));
  expect(left).toBeDefined();
  expect(await remove(account, kinds, marked)).toEqual([]);
  expect((await account.call('listNotificationSettings')).data).toEqual([]);
  await sandbox.close();
  await mock.close();
}, 120_000);

test('measuring marks its destinations too, and removes one whose creation got no response', async () => {
  const { mock, account, sandbox, creations } = await startSandbox(({ status }) => status === 201);
  const { can, freshEmail } = sandbox;
  const context = createContext({ account: sandbox.newAccount(), can, freshEmail });
  const destination = 'https://hooks.example.com/measured';
  await expect(withDestination(context, { destination }, async () => {})).rejects.toThrow();
  expect(creations.map(({ body }) => runMarkedIn(body))).toEqual([sandbox.run]);
  expect((await account.call('listNotificationSettings')).data).toHaveLength(1);
  await sandbox.close();
  expect((await account.call('listNotificationSettings')).data).toEqual([]);
  await mock.close();
});
