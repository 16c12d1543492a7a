import { paddleHosts } from '../wire/paddle-hosts.ts';

const ownMachine = ['localhost', '127.0.0.1', '::1'];

/**
 * Which hosts programs are to call without the proxy, as `NO_PROXY` has them: this machine, and those exempted before,
 * unless they would exempt Paddle's API.
 */
export function exemptions(exemptedBefore = ''): string {
  const kept = exemptedBefore.split(/[\s,]+/).filter((entry) => entry !== '' && !exemptsPaddle(entry));
  return [...new Set([...ownMachine, ...kept])].join(',');
}

/** As broadly as any program reads an entry, some of which compare no more than how a host ends. */
function exemptsPaddle(entry: string): boolean {
  const ending = entry.toLowerCase().replace(/^\*/, '').replace(/:\d+$/, '');
  return paddleHosts.some((host) => `.${host}`.endsWith(ending));
}
