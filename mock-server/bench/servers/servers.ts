import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onCore, serverCore } from '../machine.ts';
import { findFreePort, type StartedProcess, startProcess } from './start-process.ts';

/** A server under load. */
export type BenchServer = StartedProcess & { url: string; apiKey: string };

/** Initial data of a mock. It has no rate limit. */
export type MockOptions = { customers: number; webhookUrl?: string; journal?: number };

const production = { NODE_ENV: 'production' };

export const guideDocument = fileURLToPath(import.meta.resolve('#openapi/generated/guide.json'));
export const expressSource = fileURLToPath(import.meta.resolve('./express-server.ts'));

export async function startExpress(customers: number): Promise<BenchServer> {
  return {
    ...(await startProgram<{ url: string }>(import.meta.resolve('./express-server.ts'), `${customers}`)),
    apiKey: 'none',
  };
}

export async function startMock(options: MockOptions): Promise<BenchServer> {
  const [mock] = await startMocks([options]);
  if (!mock) throw new Error('Could not measure: the mock did not start.');
  return mock;
}

/** Starts mocks in one process: two processes of the same program differ more than some of the compared variants. */
export async function startMocks(options: readonly MockOptions[]): Promise<BenchServer[]> {
  const { mocks, ...started } = await startProgram<{ mocks: Pick<BenchServer, 'url' | 'apiKey'>[] }>(
    import.meta.resolve('./paddock-server.ts'),
    JSON.stringify(options),
  );
  return mocks.map((mock) => ({ ...started, ...mock }));
}

/** Starts Prism without its request log, which would slow it down. */
export async function startPrism(): Promise<BenchServer> {
  const port = await findFreePort();
  const command = ['prism', 'mock', guideDocument, '-p', `${port}`, '--multiprocess=false', '-v', 'error'] as const;
  const started = await startProcess(onCore(serverCore, command), { ready: /Starting Prism/, env: production });
  const server = { ...started, url: `http://127.0.0.1:${port}`, apiKey: 'any' };
  await waitForAnswer(server.url);
  return server;
}

/** Starts a program of this folder, which reports its start with one line of JSON. */
export async function startProgram<Announced>(program: string, ...args: string[]): Promise<StartedProcess & Announced> {
  return startProgramOn(serverCore, program, ...args);
}

export async function startProgramOn<Announced>(
  core: number,
  program: string,
  ...args: string[]
): Promise<StartedProcess & Announced> {
  const command = onCore(core, ['node', fileURLToPath(program), ...args]);
  const started = await startProcess(command, { ready: /^\{/, env: production, timeoutMs: 1_200_000 });
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
