import { fileURLToPath } from 'node:url';
import { loadCore, onCore } from './pin-to-core.ts';
import { serverCore, startAnnounced } from './servers.ts';
import type { StartedProcess } from './start-process.ts';

const sinkSource = fileURLToPath(import.meta.resolve('./sink-server.ts'));
const deliverySource = fileURLToPath(import.meta.resolve('./delivery-server.ts'));
const loopSource = fileURLToPath(import.meta.resolve('./signing-loop.ts'));

/** A destination of webhooks. */
export type Sink = StartedProcess & {
  url: string;
  /** Waits for so many deliveries, says how many came in a second and how large they were, and counts anew. */
  received(count: number): Promise<{ rate: number; bytes: number }>;
};

export async function startSink(): Promise<Sink> {
  const started = await startAnnounced(onCore(loadCore, ['node', sinkSource]));
  const received = async (count: number) => (await fetch(`${started.url}?of=${count}`)).json();
  return { ...started, received };
}

/** An account that delivers so many events to the URL, beside others that it cannot deliver. */
export function startDeliveries(
  url: string,
  count: number,
  dead: number,
): Promise<StartedProcess & { before: number; queued: number }> {
  return startAnnounced(onCore(serverCore, ['node', deliverySource, url, `${count}`, `${dead}`]));
}

export function startSigningLoop(url: string, count: number, bytes: number): Promise<StartedProcess> {
  return startAnnounced<object>(onCore(serverCore, ['node', loopSource, url, `${count}`, `${bytes}`]));
}
