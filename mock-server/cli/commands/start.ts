import { print } from '#openapi/text/print.ts';
import { type Paddock, type PaddockOptions, startPaddock } from '../../index.ts';
import type { LogFormat } from '../../server/config.ts';
import { version } from '../../text/version.ts';
import type { Log } from '../log.ts';
import { type MockFlags, mockOptionsOf } from '../options/mock-options.ts';
import { requestLine } from '../request-line.ts';
import { type Started, startLine, type Verbosity } from './start-line.ts';

/** What `paddock start` was given. */
export type StartOptions = MockFlags &
  Verbosity & {
    port: number;
    host: string;
    baseUrl?: string;
    controlToken?: string;
    log?: LogFormat;
  };

/** Starts a mock, says where it is, and stops it with the process. */
export async function start(flags: StartOptions): Promise<void> {
  const { port, host, baseUrl, controlToken, quiet = false, json = false } = flags;
  const format = formatOf(flags);
  // Loaded when asked for: it would cost each start time.
  const log = format === 'json' ? (await import('../log.ts')).createLog() : undefined;
  const paddock = await startPaddock({
    ...(await mockOptionsOf(flags)),
    port,
    host,
    baseUrl,
    controlToken,
    ...(log ? listenersOf(log) : format === 'pretty' && { onExchange: printExchange }),
  });
  endOnSignal(paddock, log);
  log?.event('started', { version, url: paddock.url, profile: paddock.profile });
  if (log || quiet) return;
  const { url, apiKey, profile, behaviours } = paddock;
  const { data, seed } = flags;
  const line = startLine(
    { url, apiKey, profile, behaviours, data, seed, webhook: await webhookOf(paddock, flags) },
    { json },
  );
  if (line !== undefined) print(line);
}

/** Where events are sent, with the secret where Paddock made it: one that was given is not shown again. */
async function webhookOf(
  { webhooks }: Paddock,
  { webhookUrl: url, webhookSecret }: StartOptions,
): Promise<Started['webhook']> {
  if (url === undefined) return undefined;
  // The destination is there already, and is answered as it is.
  const { endpoint_secret_key: secret } = await webhooks.register({ url });
  return webhookSecret === undefined ? { url, secret } : { url };
}

/** People at a terminal see each request unless they ask for something else; programs that read the output do not. */
function formatOf({ log, quiet = false, json = false }: StartOptions): LogFormat {
  if (quiet) return 'none';
  return log ?? (process.stdout.isTTY && !json ? 'pretty' : 'none');
}

const printExchange: PaddockOptions['onExchange'] = (facts) =>
  console.log(requestLine(facts, new Date(), process.stdout));

function listenersOf(log: Log): PaddockOptions {
  return {
    onExchange: log.exchange,
    onBug: log.bug,
    onStorageFailure: log.storageFailure,
    onNotice: log.notice,
  };
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
