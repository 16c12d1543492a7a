import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Observe } from '../checks/exchange.ts';
import { costOf } from '../runner/costs/cost.ts';
import { currentLaw } from '../runner/current-law.ts';
import { traceProperties } from '../runner/properties.ts';
import type { Law } from '../runner/registry.ts';
import { beginRun } from '../runner/run.ts';
import { runLaws } from '../runner/run-laws.ts';
import type { Timer } from './governor.ts';
import { runMarkedIn } from './run-name.ts';
import { startSandboxTarget } from './sandbox.ts';
import { sandboxPace, sandboxUrl } from './sandbox-connection.ts';
import { type StandIn, startStandIn } from './testing/stand-in.ts';

/** Laws as `paddock verify` has them: registered by our own runner, although this is vitest. */
async function loadLaws(): Promise<Law[]> {
  vi.stubEnv('VITEST', '');
  onTestFinished(() => void vi.unstubAllEnvs());
  return (await import('../runner/load-laws.ts')).loadLaws();
}

/** The time of a stand-in, which passes as soon as somebody sleeps, there and here at once. */
function timeOf({ paddock }: StandIn): Timer & { slept: () => number } {
  let slept = 0;
  return {
    now: () => paddock.clock.now().getTime(),
    // Whole milliseconds, and one more for what is lost in rounding.
    sleep: async (ms) => {
      slept += ms;
      await paddock.clock.advance({ milliseconds: Math.ceil(ms) + 1 });
    },
    slept: () => slept,
  };
}

/** A `fetch` to a stand-in that counts what is sent, and what is refused for too many requests. */
function counting({ paddock }: StandIn) {
  const counts = { sent: 0, refused: 0 };
  const send: typeof fetch = async (input, init) => {
    const response = await paddock.fetch(input, init);
    counts.sent += 1;
    if (response.status === 429) counts.refused += 1;
    return response;
  };
  return { send, counts };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('all laws share one account below its limit, mark what they create, and leave nothing', async () => {
  await using standIn = await startStandIn();
  const { paddock } = standIn;
  vi.stubEnv('PADDLE_SANDBOX_API_KEY', paddock.apiKey);
  const { send, counts } = counting(standIn);
  const timer = timeOf(standIn);
  const port = await freePort();
  const observe: Observe = (exchange) => currentLaw.getStore()?.trace.record(exchange);
  const told: string[] = [];
  const target = await startSandboxTarget(
    { seed: 1, budget: 6000, observe, receiver: `http://127.0.0.1:${port}`, receiverPort: port, tell: (line) => told.push(line) },
    { fetch: send, pace: sandboxPace, timer },
  );
  beginRun({ target, properties: { seed: 1, runs: 2 } });
  traceProperties();
  const most = Number(process.env['MOST'] ?? 60);
  const laws = (await loadLaws()).filter((law) => costOf(law, 2) <= most);
  console.log(laws.length, performance.now());
  const { results } = await runLaws(laws, {
    target,
    refuse: () => null,
    concurrency: 1,
    timeoutMs: 60_000,
    onResult: () => null,
  });
  console.log(counts, timer.slept(), performance.now());
  await target.close();
  const broken = results.filter(({ failure }) => failure !== null);
  expect(broken.map(({ title, failure }) => `${title}: ${failure?.message}`)).toEqual([]);
  expect(counts.refused).toBe(0);
  expect(timer.slept()).toBeGreaterThan(60_000);
  expect(counts.sent).toBeLessThanOrEqual(6000);
  expect(told).toEqual([]);
  console.log(results.filter(({ noVerdict }) => noVerdict === null).length, results.length);
});
