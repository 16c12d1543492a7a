import type { Paddock } from '../../index.ts';
import { differences, profile, profileNames } from '../../spec/behaviours.ts';
import { version } from '../../text/version.ts';

/** A started mock and its options. */
export type Started = Pick<Paddock, 'url' | 'apiKey' | 'profile' | 'behaviours'> & {
  data?: string | undefined;
  seed?: number | undefined;
  /** URL that receives webhooks; with the secret if Paddock generated it. */
  webhook?: { url: string; secret?: string | undefined } | undefined;
};

export type Verbosity = { quiet?: boolean; json?: boolean };

/** Formats the lines that a start prints; none with `quiet`. */
export function startLine(started: Started, { quiet = false, json = false }: Verbosity): string | undefined {
  const { url, apiKey, profile: name, data, seed, webhook } = started;
  if (quiet) return undefined;
  if (json) return JSON.stringify({ url, apiKey, profile: name, data, seed, webhook });
  const rows = [
    ['Base URL', url],
    ['API key', apiKey],
    ['Data file', data],
    ['Seed', seed],
    ['Webhooks', webhook && `are sent to ${webhook.url}`],
    ['Secret', webhook?.secret],
    ['Try it', `curl ${url}/customers -H 'Authorization: Bearer ${apiKey}'`],
  ].flatMap(([label, value]) => (value === undefined ? [] : [`  ${String(label).padEnd(9)}  ${value}`]));
  return `Paddock ${version} · ${describeBehaviours(started.behaviours)}\n\n${rows.join('\n')}\n`;
}

function describeBehaviours(behaviours: Paddock['behaviours']): string {
  const distances = profileNames.map((name) => [name, differences(behaviours, profile(name)).length] as const);
  const own = distances.find(([, distance]) => distance === 0);
  const others = distances
    .filter(([, distance]) => distance > 0)
    .map(
      ([name, distance]) => `${distance} ${distance === 1 ? 'behaviour differs' : 'behaviours differ'} from ${name}`,
    );
  return `profile ${own?.[0] ?? 'custom'}, ${others.join(' and ')} (see \`paddock behaviours\`)`;
}
