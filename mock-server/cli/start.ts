import { type Paddock, startPaddock } from '../index.ts';
import { version } from '../version.ts';
import type { Log } from './log.ts';
import { type MockFlags, mockOptionsOf } from './mock-options.ts';
import { startLine, type Verbosity } from './start-line.ts';

/** What `paddock start` was given. */
export type StartOptions = MockFlags &
  Verbosity & {
    port: number;
    host: string;
    baseUrl?: string;
    controlToken?: string;
    log?: 'json';
  };

/** Starts a mock, says where it is, and stops it with the process. */
export async function start(flags: StartOptions): Promise<void> {
  const { port, host, baseUrl, controlToken, quiet = false, json = false } = flags;
  // Loaded when asked for: it would cost each start time.
  const log = flags.log && (await import('./log.ts')).createLog();
  const paddock = await startPaddock({
    ...(await mockOptionsOf(flags)),
    port,
    host,
    baseUrl,
    controlToken,
    ...(log && {
      onExchange: log.exchange,
      onBug: log.bug,
      onStorageFailure: log.storageFailure,
      onNotice: log.notice,
    }),
  });
  endOnSignal(paddock, log);
  log?.event('started', { version, url: paddock.url, profile: paddock.profile });
  const line = log ? undefined : startLine(paddock, { quiet, json });
  if (line !== undefined) console.log(line);
}

/**
 * Ends the process on a signal: at once for a person at the keyboard, after what is under way for whoever runs it as a
 * service. A second signal ends it in any case.
 */
function endOnSignal(paddock: Paddock, log: Log | undefined): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      process.once(signal, () => process.exit(1));
      log?.event('stopping', { signal });
      await (signal === 'SIGTERM' ? paddock.drain() : paddock.close());
      log?.event('drained');
    });
  }
}
