import { measureLoad } from './measure-load.ts';
import { residentMegabytes } from './resident-megabytes.ts';
import { startPaddockWith } from './servers.ts';
import { median } from './statistics.ts';
import { type Sink, startDeliveries, startSigningLoop, startSink } from './webhook-servers.ts';
import { workloads } from './workloads.ts';

/** How many notifications wait for a destination that refuses connections. */
export const queuedForDead = 100_000;

export type MeasuredWebhooks = {
  /** Deliveries in a second that arrive at the sink, round by round. */
  deliveries: { loop: number[]; paddock: number[]; besideDead: number[] };
  /** Customers created in a second, round by round. */
  creations: { without: number[]; subscribed: number[] };
  /** Megabytes of memory in use before the queue, with it, and after the deliveries beside it. */
  memory: { before: number; queued: number; after: number };
  /** Bytes of a delivery's body. */
  bytes: number;
};

/** Measures deliveries, and what they cost the API. */
export async function measureWebhooks(
  { rounds, seconds, deliveries: count }: { rounds: number; seconds: number; deliveries: number },
  log: (line: string) => void,
): Promise<MeasuredWebhooks> {
  await using sink = await startSink();
  const deliveries: MeasuredWebhooks['deliveries'] = { loop: [], paddock: [], besideDead: [] };
  const memory: MeasuredWebhooks['memory'][] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const alone = await measureDeliveries(sink, count, 0);
    bytes = alone.bytes;
    deliveries.paddock.push(alone.rate);
    deliveries.loop.push(await measureLoop(sink, count, bytes));
    const beside = await measureDeliveries(sink, count, queuedForDead);
    deliveries.besideDead.push(beside.rate);
    memory.push(beside.memory);
  }
  log(`deliveries: ${summary(deliveries)}`);
  const creations = await measureCreations(rounds, seconds, sink);
  log(`create a customer: ${summary(creations)}`);
  const middle = (moment: keyof MeasuredWebhooks['memory']) => median(memory.map((one) => one[moment]));
  return {
    deliveries,
    creations,
    memory: { before: middle('before'), queued: middle('queued'), after: middle('after') },
    bytes,
  };
}

async function measureLoop(sink: Sink, count: number, bytes: number): Promise<number> {
  await using _ = await startSigningLoop(sink.url, count, bytes);
  return (await sink.received(count)).rate;
}

/** What is measured begins when all is queued, and ends with the last arrival. */
async function measureDeliveries(sink: Sink, count: number, dead: number) {
  await using sender = await startDeliveries(sink.url, count, dead);
  const received = await sink.received(count);
  const { before, queued } = sender;
  return { ...received, memory: { before, queued, after: residentMegabytes(sender.pid) } };
}

async function measureCreations(rounds: number, seconds: number, sink: Sink): Promise<MeasuredWebhooks['creations']> {
  await using without = await startPaddockWith(0);
  await using subscribed = await startPaddockWith(0, sink.url);
  const rates: MeasuredWebhooks['creations'] = { without: [], subscribed: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, server] of Object.entries({ without, subscribed })) {
      const rate = await measureLoad(server, workloads.create.requests(), seconds);
      // Else what is delivered still would slow down the other server, on the same core.
      await fetch(`${server.url}/_paddock/deliveries/settle`, { method: 'POST', ...settle(server.apiKey) });
      if (round > 0) rates[name === 'subscribed' ? 'subscribed' : 'without'].push(rate); // Round 0 warms up.
    }
  }
  return rates;
}

function settle(apiKey: string) {
  return {
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ timeout_ms: 60_000 }),
  };
}

function summary(rates: Record<string, number[]>): string {
  return Object.entries(rates)
    .map(([name, rounds]) => `${name} ${Math.round(median(rounds))}/s`)
    .join(', ');
}
