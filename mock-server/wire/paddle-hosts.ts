import { paddleSites } from './paddle-sites.ts';

/** Hosts of Paddle's API, built into its SDKs. @evidence official */
export const paddleHosts = ['sandbox-api.paddle.com', 'api.paddle.com'] as const;

/** All hosts of Paddle's that the mock stands in for. */
export const emulatedHosts: readonly string[] = [...paddleHosts, ...paddleSites];

/** Returns true for a host name of Paddle's API. */
export function isPaddleHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  return paddleHosts.some((host) => host === name);
}

/** Returns true for the name of a host that the mock stands in for. */
export function isEmulatedHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  return emulatedHosts.includes(name);
}
