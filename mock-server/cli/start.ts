import type { ProfileName } from '../behaviours.ts';
import { type ImportSource, type Paddock, startPaddock } from '../index.ts';
import { fieldOf } from '../json-field.ts';
import type { UncheckedSeed } from '../state/seeds.ts';
import { UsageError } from '../usage-error.ts';
import { readSource } from './import.ts';
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
  maxAccounts?: number;
  maxEvents?: number;
  maxSnapshots?: number;
  baseUrl?: string;
  controlToken?: string;
  webhookUrl?: string;
  webhookSecret?: string;
  webhookEvents?: string[];
};

/** Starts a mock, says where it is, and stops it with the process. */
export async function start({
  behaviour,
  fixtures,
  quiet = false,
  json = false,
  ...options
}: StartOptions): Promise<void> {
  const paddock = await startPaddock({
    ...options,
    behaviours: behaviour,
    webhook: webhookOf(options),
    fixtures: fixtures === undefined ? undefined : await readFixtures(fixtures),
  });
  closeOnSignal(paddock);
  const line = startLine(paddock, { quiet, json });
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

/** A JSON object without a list of answers in it is a seed, by kind; it says itself what is wrong with it. */
async function readFixtures(file: string): Promise<UncheckedSeed | ImportSource> {
  const source = await readSource(file);
  if ('csv' in source || Array.isArray(source.recorded)) return source;
  return fieldOf(source.recorded, 'data') === undefined && fieldOf(source.recorded, 'id') === undefined
    ? { ...(source.recorded as UncheckedSeed) }
    : source;
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
