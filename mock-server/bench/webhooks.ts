import { type Aim, median, medianRatio, renderAim, renderRate, renderTable } from './figures.ts';
import { measureLoad } from './load.ts';
import { loadCore, residentMegabytes } from './machine.ts';
import { startMock, startProgram, startProgramOn } from './servers/servers.ts';
import type { StartedProcess } from './servers/start-process.ts';
import { workloads } from './workloads.ts';

/** Pending notifications for a destination that refuses connections. */
const queuedForDead = 100_000;

const aims = {
  deliveries: { atLeast: 0.6 },
  creations: { atLeast: 0.6 },
  besideDead: { atLeast: 0.9 },
  memory: { atMost: 1.2 },
} as const satisfies Record<string, Aim>;

/** A receiver of webhooks. */
type Sink = StartedProcess & { url: string };

/** Memory before the queue, with it, and after the deliveries beside it. */
type Megabytes = { before: number; queued: number; after: number };

/** Measures deliveries and their effect on the API, and prints a table. */
export async function measureWebhooks(
  { rounds, seconds, deliveries: count }: { rounds: number; seconds: number; deliveries: number },
  log: (line: string) => void,
): Promise<string> {
  await using sink = await startProgramOn<{ url: string }>(loadCore, import.meta.resolve('./servers/sink-server.ts'));
  const loop: number[] = [];
  const paddock: number[] = [];
  const besideDead: number[] = [];
  const memory: Megabytes[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const alone = await measureDeliveries(sink, count, 0);
    bytes = alone.bytes;
    paddock.push(alone.rate);
    loop.push(await measureLoop(sink, count, bytes));
    const beside = await measureDeliveries(sink, count, queuedForDead);
    besideDead.push(beside.rate);
    memory.push(beside.memory);
  }
  log(`deliveries: loop ${renderRate(median(loop))}, Paddock ${renderRate(median(paddock))}`);
  const creations = await measureCreations(rounds, seconds, sink);
  const middle = (moment: keyof Megabytes) => median(memory.map((one) => one[moment]));
  const queue = queuedForDead.toLocaleString('en');
  const rows = [
    rateRow('signed deliveries: undici alone, Paddock', loop, paddock, aims.deliveries),
    rateRow(
      'create a customer: without and with one destination',
      creations.without,
      creations.subscribed,
      aims.creations,
    ),
    rateRow(`deliveries beside ${queue} for a dead destination`, paddock, besideDead, aims.besideDead),
    memoryRow(
      `memory with these ${queue}: queued, after the deliveries beside them`,
      middle('queued'),
      middle('after'),
    ),
  ];
  const conditions = [
    `Deliveries of ${bytes} bytes on ten connections to a bare node:http server on the other core. All is queued before the`,
    'first goes out; the first fifth warms up and does not count. The dead destination refuses connections, and is tried',
    `all the while. Creating is measured in responses, deliveries may lag. Without a queue, memory is ${Math.round(middle('before'))} MB.`,
  ];
  return `${renderTable(['Webhooks', 'without', 'with', 'ratio', 'target'], rows)}\n\n${conditions.join('\n')}`;
}

function rateRow(title: string, base: readonly number[], measured: readonly number[], aim: Aim): string[] {
  const ratio = medianRatio(measured, base);
  return [title, renderRate(median(base)), renderRate(median(measured)), ratio.toFixed(2), renderAim(aim, ratio)];
}

function memoryRow(title: string, queued: number, after: number): string[] {
  const ratio = after / queued;
  const shown = [queued, after].map((mb) => `${Math.round(mb)} MB`);
  return [title, ...shown, ratio.toFixed(2), renderAim(aims.memory, ratio)];
}

/** Waits for so many deliveries; returns their rate per second and their size. */
async function received(sink: Sink, count: number): Promise<{ rate: number; bytes: number }> {
  return (await fetch(`${sink.url}?of=${count}`)).json();
}

async function measureLoop(sink: Sink, count: number, bytes: number): Promise<number> {
  await using _ = await startProgram(import.meta.resolve('./signing-loop.ts'), sink.url, `${count}`, `${bytes}`);
  return (await received(sink, count)).rate;
}

/** Measures from the moment that all is queued to the last arrival. */
async function measureDeliveries(sink: Sink, count: number, dead: number) {
  const args = [sink.url, `${count}`, `${dead}`];
  await using sender = await startProgram<Omit<Megabytes, 'after'>>(
    import.meta.resolve('./servers/delivery-server.ts'),
    ...args,
  );
  const { rate, bytes } = await received(sink, count);
  const { before, queued } = sender;
  return { rate, bytes, memory: { before, queued, after: residentMegabytes(sender.pid) } };
}

async function measureCreations(rounds: number, seconds: number, sink: Sink) {
  await using without = await startMock({ customers: 0 });
  await using subscribed = await startMock({ customers: 0, webhookUrl: sink.url });
  const rates: { without: number[]; subscribed: number[] } = { without: [], subscribed: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, server] of [
      ['without', without],
      ['subscribed', subscribed],
    ] as const) {
      const rate = await measureLoad(server, workloads['create a customer'](), seconds);
      // Late deliveries would slow down the other server, which shares the core.
      await fetch(`${server.url}/_paddock/deliveries/settle`, {
        method: 'POST',
        headers: { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({ timeout_ms: 60_000 }),
      });
      if (round > 0) rates[name].push(rate); // Round 0 warms up.
    }
  }
  return rates;
}
