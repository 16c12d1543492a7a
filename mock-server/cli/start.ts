import { type Paddock, startPaddock } from '../index.ts';
import { type MockFlags, mockOptionsOf } from './mock-options.ts';
import { startLine, type Verbosity } from './start-line.ts';

/** What `paddock start` was given. */
export type StartOptions = MockFlags &
  Verbosity & {
    port: number;
    host: string;
    baseUrl?: string;
    controlToken?: string;
  };

/** Starts a mock, says where it is, and stops it with the process. */
export async function start(flags: StartOptions): Promise<void> {
  const { port, host, baseUrl, controlToken, quiet = false, json = false } = flags;
  const paddock = await startPaddock({ ...(await mockOptionsOf(flags)), port, host, baseUrl, controlToken });
  closeOnSignal(paddock);
  const line = startLine(paddock, { quiet, json });
  if (line !== undefined) console.log(line);
}

/** Finishes what is being answered, and then lets the process end. A second signal ends it at once. */
function closeOnSignal(paddock: Paddock): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      void paddock.close();
    });
  }
}
