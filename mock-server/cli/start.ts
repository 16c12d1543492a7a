import { readFile } from 'node:fs/promises';
import type { ProfileName } from '../behaviours.ts';
import { type Paddock, startPaddock } from '../index.ts';
import type { UncheckedSeed } from '../state/seeds.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';
import type { Log } from './log.ts';
import { startLine, type Verbosity } from './start-line.ts';

/** What `paddock start` was given. */
export type StartOptions = Verbosity & {
  port: number;
  host: string;
  profile: ProfileName;
  behaviour: Record<string, string>;
  data?: string;
  seed?: number;
  fixtures?: string;
  rateLimit: boolean;
  baseUrl?: string;
  controlToken?: string;
  webhookUrl?: string;
  webhookSecret?: string;
  webhookEvents?: string[];
  log?: 'json';
};

/** Starts a mock, says where it is, and stops it with the process. */
export async function start({
  behaviour,
  fixtures,
  quiet = false,
  json = false,
  log: format,
  ...options
}: StartOptions): Promise<void> {
  // Loaded when asked for: it would cost each start time.
  const log = format && (await import('./log.ts')).createLog();
  const paddock = await startPaddock({
    ...options,
    behaviours: behaviour,
    webhook: webhookOf(options),
    fixtures: fixtures === undefined ? undefined : await readFixtures(fixtures),
    ...(log && { onExchange: log.exchange, onBug: log.bug }),
  });
  endOnSignal(paddock, log);
  log?.event('started', { version, url: paddock.url, profile: paddock.profile });
  const line = log ? undefined : startLine(paddock, { quiet, json });
  if (line !== undefined) console.log(line);
}

function webhookOf({ webhookUrl: url, webhookSecret: secret, webhookEvents: events }: Partial<StartOptions>) {
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new UsageError(`Could not send events to ${url}: it is no http or https URL. Give one to --webhook-url.`);
  }
  if (url === undefined && (secret !== undefined || events !== undefined)) {
    throw new UsageError(
      'Could not send events: there is a secret or a list of events, and no URL. Give --webhook-url.',
    );
  }
  return url === undefined ? undefined : { url, secret, events };
}

async function readFixtures(file: string): Promise<UncheckedSeed> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `Could not read the fixtures: ${error instanceof Error ? error.message : error}. Name a JSON file.`,
    );
  }
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
