import { print } from '#openapi/text/print.ts';
import { type Paddock, type PaddockOptions, startPaddock } from '../../index.ts';
import type { LogFormat, PaddockConfig } from '../../server/config.ts';
import { version } from '../../text/version.ts';
import type { Log } from '../log.ts';
import { type MockFlags, mockOptionsOf } from '../options/start-options.ts';
import { requestLine } from '../request-line.ts';
import { type Started, startLine } from './start-line.ts';

export type StartFlags = PaddockConfig & { profile: string };

/** Starts a mock, prints its URL, and stops it with the process. */
export async function start({ log: asked, quiet = false, json = false, ...flags }: StartFlags): Promise<void> {
  const format = formatOf({ log: asked, quiet, json });
  // Loaded on demand: it would slow down each start.
  const log = format === 'json' ? (await import('../log.ts')).createLog() : undefined;
  const paddock = await startPaddock({
    ...(await mockOptionsOf(flags)),
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

/** Finds the URL that receives webhooks, with the secret only if Paddock generated it. */
async function webhookOf(
  { webhooks }: Paddock,
  { webhookUrl: url, webhookSecret }: MockFlags,
): Promise<Started['webhook']> {
  if (url === undefined) return undefined;
  // Returns the existing destination.
  const { endpoint_secret_key: secret } = await webhooks.register({ url });
  return webhookSecret === undefined ? { url, secret } : { url };
}

/** Chooses the log's format: by default `pretty` on a terminal, `none` elsewhere. */
function formatOf({ log, quiet, json }: { log: LogFormat | undefined; quiet: boolean; json: boolean }): LogFormat {
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
 * Ends the process on a signal: after its requests on SIGINT, sent by the keyboard; after draining on SIGTERM, sent by
 * service managers. A second signal ends it at once.
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
