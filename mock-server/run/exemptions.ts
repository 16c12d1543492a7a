import { emulatedHosts } from '../wire/paddle-hosts.ts';

const ownMachine = ['localhost', '127.0.0.1', '::1'];

/**
 * Makes the value of `NO_PROXY`: this machine, and inherited entries unless they would exempt Paddle's API.
 */
export function exemptions(exemptedBefore = ''): string {
  const kept = exemptedBefore.split(/[\s,]+/).filter((entry) => entry !== '' && !exemptsPaddle(entry));
  return [...new Set([...ownMachine, ...kept])].join(',');
}

/** Reads an entry as broadly as programs do, some of which compare only the end of a host. */
function exemptsPaddle(entry: string): boolean {
  const ending = entry.toLowerCase().replace(/^\*/, '').replace(/:\d+$/, '');
  return emulatedHosts.some((host) => `.${host}`.endsWith(ending));
}
