/** Hosts of Paddle's API, built into its SDKs. @evidence official */
export const paddleHosts = ['sandbox-api.paddle.com', 'api.paddle.com'] as const;

/** Returns true for a host name of Paddle's API. */
export function isPaddleHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  return paddleHosts.some((host) => host === name);
}
