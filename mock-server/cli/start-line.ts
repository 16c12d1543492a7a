import { differences, profile, profileNames } from '../behaviours.ts';
import type { Paddock } from '../index.ts';
import { version } from '../version.ts';

/** What is told of a mock. */
type Started = Pick<Paddock, 'url' | 'apiKey' | 'profile' | 'behaviours'>;

/** How much to say. */
export type Verbosity = { quiet?: boolean; json?: boolean };

/** What the server says when it has started; nothing where it is to be quiet. */
export function startLine(paddock: Started, { quiet = false, json = false }: Verbosity): string | undefined {
  const { url, apiKey, profile: name } = paddock;
  if (quiet) return undefined;
  if (json) return JSON.stringify({ url, apiKey, profile: name });
  return `Paddock ${version} · ${describeBehaviours(paddock.behaviours)}

  Base URL  ${url}
  API key   ${apiKey}
  Try it    curl ${url}/customers -H 'Authorization: Bearer ${apiKey}'
`;
}

function describeBehaviours(behaviours: Paddock['behaviours']): string {
  const distances = profileNames.map((name) => [name, differences(behaviours, profile(name)).length] as const);
  const own = distances.find(([, distance]) => distance === 0);
  const others = distances
    .filter(([, distance]) => distance > 0)
    .map(([name, distance]) => `in ${distance} from ${name}`);
  return `profile ${own?.[0] ?? 'custom'}, behaviours differ ${others.join(' and ')} (see \`paddock behaviours\`)`;
}
