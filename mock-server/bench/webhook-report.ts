import { type MeasuredWebhooks, queuedForDead } from './measure-webhooks.ts';
import { median, medianRatio } from './statistics.ts';
import { type Aim, renderAim, renderRate, renderTable } from './table.ts';

const aims = {
  deliveries: { atLeast: 0.6 },
  creations: { atLeast: 0.6 },
  besideDead: { atLeast: 0.9 },
  memory: { atMost: 1.2 },
} as const satisfies Record<string, Aim>;

/** What webhooks cost, as Markdown. */
export function renderWebhooks({ deliveries, creations, memory, bytes }: MeasuredWebhooks): string {
  const queue = queuedForDead.toLocaleString('en');
  const rows = [
    rateRow('signed deliveries: undici alone, Paddock', deliveries.loop, deliveries.paddock, aims.deliveries),
    rateRow(
      'create a customer: without and with one destination',
      creations.without,
      creations.subscribed,
      aims.creations,
    ),
    rateRow(
      `deliveries beside ${queue} for a dead destination`,
      deliveries.paddock,
      deliveries.besideDead,
      aims.besideDead,
    ),
    memoryRow(`memory with these ${queue}: queued, after the deliveries beside them`, memory.queued, memory.after),
  ];
  const table = renderTable(['Webhooks', 'without', 'with', 'ratio', 'target'], rows);
  return `${table}\n\n${conditions(memory.before, bytes)}`;
}

function rateRow(title: string, base: readonly number[], measured: readonly number[], aim: Aim): string[] {
  const ratio = medianRatio(measured, base);
  return [title, renderRate(median(base)), renderRate(median(measured)), ratio.toFixed(2), renderAim(aim, ratio)];
}

function memoryRow(title: string, queued: number, after: number): string[] {
  const [ratio, ...shown] = [after / queued, queued, after];
  return [title, ...shown.map((mb) => `${Math.round(mb)} MB`), ratio.toFixed(2), renderAim(aims.memory, ratio)];
}

function conditions(memoryBefore: number, bytes: number): string {
  return [
    `Deliveries of ${bytes} bytes on ten connections to a bare node:http server on the other core. All is queued before the`,
    'first goes out; the first fifth warms up and does not count. The dead destination refuses connections, and is tried',
    `all the while. Creating is measured in what is answered, deliveries may lag. Without a queue, memory is ${Math.round(memoryBefore)} MB.`,
  ].join('\n');
}
