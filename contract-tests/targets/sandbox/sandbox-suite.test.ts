import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { allLaws } from '../../suite/load-laws.ts';
import { runLaws } from '../../suite/run-laws.ts';
import { runMarkedIn } from '../run-name.ts';
import type { Timer } from '../sending/rate-limiter.ts';
import { type StandIn, startStandIn } from '../testing/stand-in.ts';
import { startSandboxTarget } from './sandbox.ts';
import { sandboxPace, sandboxUrl } from './sandbox-connection.ts';

/** A timer on the clock of a stand-in, which advances at once when it sleeps. */
function timeOf({ paddock }: StandIn): Timer & { slept: () => number } {
  let slept = 0;
  return {
    now: () => paddock.clock.now().getTime(),
    // Frees room for some requests at once, since each advance waits for deliveries, also to destinations that never answer.
    sleep: async (ms) => {
      const length = Math.max(ms, 10_000) + 1;
      slept += length;
      await paddock.clock.advance({ milliseconds: Math.ceil(length) });
    },
    slept: () => slept,
  };
}

/** A `fetch` to a stand-in that records the outcome of each request. */
function recording({ paddock }: StandIn) {
  const recorded: { readonly status: number; readonly created: Created | null }[] = [];
  const send: typeof fetch = async (input, init) => {
    const response = await paddock.fetch(input, init);
    const created = response.status === 201 ? (await response.clone().json()).data : null;
    recorded.push({ status: response.status, created });
    return response;
  };
  return { send, recorded };
}

type Created = { readonly id: string; readonly email?: string; readonly custom_data?: Record<string, unknown> | null };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // `address()` is an `AddressInfo` for a server that listens on a port.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Laws that send hundreds of requests each. */
const isLong = /^(body-cases|parameter-cases|error-codes|lifecycles?)\b/;

test('laws share one account within its rate limit, receive its webhooks, mark what they create, and leave nothing', async () => {
  await using standIn = await startStandIn();
  const { paddock } = standIn;
  vi.stubEnv('PADDLE_SANDBOX_API_KEY', paddock.apiKey);
  onTestFinished(() => void vi.unstubAllEnvs());
  const [{ send, recorded }, timer, port] = [recording(standIn), timeOf(standIn), await freePort()];
  const warnings: string[] = [];
  const warn = (line: string) => void warnings.push(line);
  const target = await startSandboxTarget(
    { seed: 1, budget: 5000, receiver: `http://127.0.0.1:${port}`, receiverPort: port, warn },
    { fetch: send, pace: sandboxPace, timer },
  );
  const all = await allLaws({ target, properties: { seed: 1, runs: 2 } });
  // `--only` selects a law by its title.
  expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  const laws = all.filter(({ title }) => !isLong.test(title));
  const options = { onResult: () => null, concurrency: 1, timeoutMs: 180_000 };
  const { results } = await runLaws(laws, { ...options, target });
  await target.close();

  const broken = results.flatMap(({ title, failure }) => (failure ? `${title}: ${failure.message}` : []));
  expect(broken).toEqual([]);
  const held = results.filter(({ noVerdict }) => noVerdict === null);
  expect(held.length).toBeGreaterThan(laws.length / 3);
  expect(held.map(({ title }) => title)).toContain('webhook-return-200: a 200 ends the delivery, and is logged');

  expect(recorded.map(({ status }) => status)).not.toContain(429);
  expect(timer.slept()).toBeGreaterThan(60_000);
  expect(target.limits?.budget.left()).toBe(5000 - recorded.length);

  const customers = recorded.flatMap(({ created }) => (created?.id.startsWith('ctm_') ? created : []));
  const isMarked = ({ email = '', custom_data }: Created) =>
    runMarkedIn(email) === target.run || custom_data?.['paddock_run'] === target.run;
  expect(customers.filter((customer) => !isMarked(customer))).toEqual([]);
  expect(new Set(customers.map(({ email }) => email)).size).toBe(customers.length);
  expect(warnings).toEqual([]);
  await paddock.clock.advance({ minutes: 2 });
  for (const list of ['customers', 'notification-settings']) {
    const headers = { authorization: `Bearer ${paddock.apiKey}` };
    expect((await (await paddock.fetch(`${sandboxUrl}/${list}`, { headers })).json()).data).toEqual([]);
  }
}, 300_000);
