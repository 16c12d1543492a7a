import { readFile } from 'node:fs/promises';
import { differences, type ProfileName, profile, profileNames } from '../behaviours.ts';
import { type Paddock, startPaddock } from '../index.ts';
import type { UncheckedSeed } from '../state/seeds.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';

/** What `paddock start` was given. */
export type StartOptions = {
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
  quiet?: boolean;
  json?: boolean;
};

/** Starts a mock, says where it is, and stops it with the process. */
export async function start({ behaviour, fixtures, quiet, json, ...options }: StartOptions): Promise<void> {
  const paddock = await startPaddock({
    ...options,
    behaviours: behaviour,
    fixtures: fixtures === undefined ? undefined : await readFixtures(fixtures),
  });
  closeOnSignal(paddock);
  if (json) console.log(JSON.stringify({ url: paddock.url, apiKey: paddock.apiKey, profile: paddock.profile }));
  else if (!quiet) console.log(introduction(paddock));
}

function introduction({ url, apiKey, behaviours }: Paddock): string {
  return `Paddock ${version} · ${describeBehaviours(behaviours)}

  Base URL  ${url}
  API key   ${apiKey}
  Try it    curl ${url}/customers -H 'Authorization: Bearer ${apiKey}'
`;
}

function describeBehaviours(behaviours: Paddock['behaviours']): string {
  const distances = profileNames.map((name) => [name, differences(behaviours, profile(name)).length] as const);
  const own = distances.find(([, distance]) => distance === 0);
  const others = distances.filter(([, distance]) => distance > 0).map(([name, distance]) => `in ${distance} from ${name}`);
  return `profile ${own?.[0] ?? 'custom'}, behaviours differ ${others.join(' and ')} (see \`paddock behaviours\`)`;
}

async function readFixtures(file: string): Promise<UncheckedSeed> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`Could not read the fixtures: ${error instanceof Error ? error.message : error}. Name a JSON file.`);
  }
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
