import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findFreePort } from './find-free-port.ts';
import { onCore } from './pin-to-core.ts';
import { type StartedProcess, startProcess } from './start-process.ts';

/** A server under load. */
export type BenchServer = StartedProcess & { url: string; apiKey: string };

const production = { NODE_ENV: 'production' };
export const serverCore = 0;

export const guideDocument = fileURLToPath(import.meta.resolve('#openapi/generated/guide.json'));
export const expressSource = fileURLToPath(import.meta.resolve('./express-server.ts'));
const paddockSource = fileURLToPath(import.meta.resolve('./paddock-server.ts'));

export async function startExpress(customers: number): Promise<BenchServer> {
  const command = onCore(serverCore, ['node', expressSource, `${customers}`]);
  return { ...(await startAnnounced(command)), apiKey: 'none' };
}

/** Paddock with customers, and with a destination of its events where one is named. */
export async function startPaddockWith(customers: number, webhookUrl?: string): Promise<BenchServer> {
  const destination = webhookUrl === undefined ? [] : [webhookUrl];
  const command = onCore(serverCore, ['node', paddockSource, `${customers}`, ...destination]);
  return startAnnounced(command);
}

/** Prism without its log of each request, which would slow it down. */
export async function startPrism(): Promise<BenchServer> {
  const port = await findFreePort();
  const command = ['prism', 'mock', guideDocument, '-p', `${port}`, '--multiprocess=false', '-v', 'error'] as const;
  const started = await startProcess(onCore(serverCore, command), { ready: /Starting Prism/, env: production });
  const server = { ...started, url: `http://127.0.0.1:${port}`, apiKey: 'any' };
  await waitForAnswer(server.url);
  return server;
}

/** Starts a program that says in one line of JSON what is to be known of it, such as where it is. */
export async function startAnnounced<Announced = { url: string }>(
  command: readonly [string, ...string[]],
): Promise<StartedProcess & Announced> {
  const started = await startProcess(command, { ready: /^\{/, env: production, patience: 300_000 });
  return { ...started, ...JSON.parse(started.line) };
}

async function waitForAnswer(url: string): Promise<void> {
  for (const begin = Date.now(); ; await pause(50)) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    if (Date.now() - begin > 30_000) throw new Error(`Could not start Prism: ${url} gave no answer within 30 s.`);
  }
}
